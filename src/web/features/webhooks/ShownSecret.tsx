import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WebhookWithSecret } from '../../../contract/webhooks.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldFrame } from '../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../ui/form/inputStyles.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

type Props = { webhook: WebhookWithSecret; onClose: () => void }

/** The only sight of a secret. */
export function ShownSecret({ webhook: { name, secret }, onClose }: Props) {
  const styles = useStyles()
  const { input, code } = useInputStyles()
  const { t } = useTranslation('webhooks')
  const copy = useMutation({ mutationFn: () => navigator.clipboard.writeText(secret) })
  return (
    <DialogBody>
      <DialogTitle>{t('secret.title')}</DialogTitle>
      <DialogContent className={styles.content}>
        <span>{t('secret.text', { webhook: name })}</span>
        <FieldFrame label={t('secret.label')}>
          {(control) => (
            <input
              {...control}
              className={mergeClasses(input, code)}
              onFocus={({ currentTarget }) => currentTarget.select()}
              readOnly
              value={secret}
            />
          )}
        </FieldFrame>
        <span role="status">{copy.isSuccess && t('secret.copied')}</span>
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={() => copy.mutate()}>
          {t('secret.copy')}
        </Button>
        <Button onClick={onClose}>{t('secret.done')}</Button>
      </DialogActions>
    </DialogBody>
  )
}
