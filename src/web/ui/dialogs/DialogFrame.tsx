import { Dialog, DialogSurface, makeStyles } from '@fluentui/react-components'
import { type ReactNode, use } from 'react'
import { DialogNotice } from './DialogNotice.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '520px' },
})

/** The frame of a dialog, whose forms can follow each other. A click beside it discards nothing that was typed. */
export function DialogFrame({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const styles = useStyles()
  const notice = use(DialogNotice)
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { type }) => type !== 'backdropClick' && onClose()}>
      <DialogSurface className={styles.surface}>
        {children}
        {notice}
      </DialogSurface>
    </Dialog>
  )
}
