import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WebhookWithSecret } from '../../../contract/webhooks.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldFrame } from '../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../ui/form/inputStyles.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** The button that had the focus is gone. */
const arrive = (field: HTMLInputElement | null) => field?.focus()

type Props = { webhook: WebhookWithSecret; onClose: () => void }

/** Shows the secret, which cannot be read again. */
export function ShownSecret({ webhook: { name, secret }, onClose }: Props) {
  const styles = useStyles()
  const { input, code } = useInputStyles()
  const { t } = useTranslation('webhooks')
  const [isCopied, setCopied] = useState(false)
  return (
    <DialogBody>
      <DialogTitle>{t('secret.title')}</DialogTitle>
      <DialogContent className={styles.content}>
        <span>{t('secret.text', { webhook: name })}</span>
        <FieldFrame label={t('secret.label')}>
          {(control) => (
            <input
              {...control}
              ref={arrive}
              className={mergeClasses(input, code)}
              onFocus={({ currentTarget }) => currentTarget.select()}
              readOnly
              value={secret}
            />
          )}
        </FieldFrame>
        <span role="status">{isCopied && t('secret.copied')}</span>
      </DialogContent>
      <DialogActions>
        <Button
          appearance="primary"
          onClick={() => void navigator.clipboard?.writeText(secret).then(() => setCopied(true))}
        >
          {t('secret.copy')}
        </Button>
        <Button onClick={onClose}>{t('secret.done')}</Button>
      </DialogActions>
    </DialogBody>
  )
}
