import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'
import type { AskedField } from '../context.ts'

const useStyles = makeStyles({
  place: { scrollMarginTop: '120px' },
  asked: {
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
})

const controls = 'input:not([type=hidden]), textarea, select, button'

/** Moves the focus to the field that a link leads to, and marks it. */
export function Arrival({ asked, children }: { asked: AskedField | undefined; children: ReactNode }) {
  const styles = useStyles()
  const place = useRef<HTMLDivElement>(null)
  const { visit, version } = asked ?? {}
  useEffect(() => {
    if (!visit || !place.current) return
    const row = version && place.current.querySelector(`[data-version="${CSS.escape(version)}"]`)
    const control = (row || place.current).querySelector<HTMLElement>(controls)
    control?.focus({ preventScroll: true })
    control?.scrollIntoView?.({ block: 'center' })
  }, [visit, version])
  return (
    <div ref={place} className={mergeClasses(styles.place, asked && styles.asked)}>
      {children}
    </div>
  )
}
