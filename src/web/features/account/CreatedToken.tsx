import { DialogActions, DialogBody, DialogContent, DialogTitle, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreatedToken as Created } from '../../../contract/account.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldFrame } from '../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../ui/form/inputStyles.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  token: { fontFamily: tokens.fontFamilyMonospace },
})

/** The button that had the focus is gone. */
const arrive = (field: HTMLInputElement | null) => field?.focus()

/** Shows the token, which cannot be read again. */
export function CreatedToken({ created: { name, token }, onClose }: { created: Created; onClose: () => void }) {
  const styles = useStyles()
  const { input } = useInputStyles()
  const { t } = useTranslation('account')
  const [isCopied, setCopied] = useState(false)
  return (
    <DialogBody>
      <DialogTitle>{t('created.title')}</DialogTitle>
      <DialogContent className={styles.content}>
        <span>{t('created.text', { token: name })}</span>
        <FieldFrame label={t('created.label')}>
          {(control) => (
            <input
              {...control}
              ref={arrive}
              className={input}
              onFocus={({ currentTarget }) => currentTarget.select()}
              readOnly
              value={token}
            />
          )}
        </FieldFrame>
        <span role="status">{isCopied && t('created.copied')}</span>
      </DialogContent>
      <DialogActions>
        <Button
          appearance="primary"
          onClick={() => void navigator.clipboard?.writeText(token).then(() => setCopied(true))}
        >
          {t('created.copy')}
        </Button>
        <Button onClick={onClose}>{t('created.done')}</Button>
      </DialogActions>
    </DialogBody>
  )
}
