import { Dialog, DialogSurface, makeStyles } from '@fluentui/react-components'
import { type ReactNode, use, useEffect, useState } from 'react'
import { DialogNotice } from './DialogNotice.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '520px' },
})

/** The frame of a dialog, whose forms can follow each other. A click beside it discards nothing that was typed. */
export function DialogFrame({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const styles = useStyles()
  const notice = use(DialogNotice)
  useFocusReturn()
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { type }) => type !== 'backdropClick' && onClose()}>
      <DialogSurface className={styles.surface}>
        {children}
        {notice}
      </DialogSurface>
    </Dialog>
  )
}

/** A dialog that is taken off the page leaves the focus nowhere; it returns to where it was before. */
function useFocusReturn() {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus()
    },
    [opener],
  )
}
