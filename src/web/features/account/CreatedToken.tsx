import { DialogActions, DialogBody, DialogContent, DialogTitle, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CreatedToken as Created } from '../../../contract/account.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldFrame } from '../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../ui/form/inputStyles.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  token: { fontFamily: tokens.fontFamilyMonospace },
})

/** The only sight of a token. */
export function CreatedToken({ created: { name, token }, onClose }: { created: Created; onClose: () => void }) {
  const styles = useStyles()
  const { input } = useInputStyles()
  const { t } = useTranslation('account')
  const copy = useMutation({ mutationFn: () => navigator.clipboard.writeText(token) })
  return (
    <DialogBody>
      <DialogTitle>{t('created.title')}</DialogTitle>
      <DialogContent className={styles.content}>
        <span>{t('created.text', { token: name })}</span>
        <FieldFrame label={t('created.label')}>
          {(control) => (
            <input
              {...control}
              className={input}
              onFocus={({ currentTarget }) => currentTarget.select()}
              readOnly
              value={token}
            />
          )}
        </FieldFrame>
        <span role="status">{copy.isSuccess && t('created.copied')}</span>
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={() => copy.mutate()}>
          {t('created.copy')}
        </Button>
        <Button onClick={onClose}>{t('created.done')}</Button>
      </DialogActions>
    </DialogBody>
  )
}
