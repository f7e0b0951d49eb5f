import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { Button } from '../Button.tsx'
import { FieldFrame } from '../form/FieldFrame.tsx'
import { useInputStyles } from '../form/inputStyles.ts'
import { useCopy } from '../useCopy.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** The button that had the focus is gone. */
const arrive = (field: HTMLInputElement | null) => field?.focus()

type Props = {
  title: string
  text: string
  secret: string
  /** The name of the secret's field. */
  label: string
  copy: string
  copied: Record<'yes' | 'no', string>
  done: string
  onClose: () => void
}

/** Shows a secret that cannot be read again. */
export function ShownOnce({ title, text, secret, label, copy, copied, done, onClose }: Props) {
  const styles = useStyles()
  const { input, code } = useInputStyles()
  const clipboard = useCopy()
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={styles.content}>
        <span>{text}</span>
        <FieldFrame label={label}>
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
        <span role="status">{clipboard.copied && copied[clipboard.copied]}</span>
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={() => void clipboard.copy(secret)}>
          {copy}
        </Button>
        <Button onClick={onClose}>{done}</Button>
      </DialogActions>
    </DialogBody>
  )
}
