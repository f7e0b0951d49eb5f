import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import type { ComponentProps } from 'react'
import { useFieldStyles } from './fieldStyles.ts'

const useStyles = makeStyles({
  root: { position: 'relative', display: 'flex' },
  select: {
    appearance: 'none',
    flexGrow: 1,
    minWidth: 0,
    maxWidth: '100%',
    height: '32px',
    paddingBlock: 0,
    paddingInline: '12px 34px',
    textOverflow: 'ellipsis',
    cursor: 'pointer',
  },
  icon: {
    position: 'absolute',
    top: '6px',
    insetInlineEnd: tokens.spacingHorizontalMNudge,
    color: tokens.colorNeutralStrokeAccessible,
    fontSize: '20px',
    pointerEvents: 'none',
  },
})

export function Select({ className, ...props }: ComponentProps<'select'>) {
  const styles = useStyles()
  const { frame } = useFieldStyles()
  return (
    <span className={mergeClasses(styles.root, className)}>
      <select {...props} className={mergeClasses(frame, styles.select)} />
      <ChevronDownRegular aria-hidden className={styles.icon} />
    </span>
  )
}
