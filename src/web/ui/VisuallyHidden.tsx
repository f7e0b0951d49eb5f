import { makeStyles } from '@fluentui/react-components'
import type { ComponentProps } from 'react'

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    padding: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

/** For screen readers only. */
export function VisuallyHidden(props: ComponentProps<'span'>) {
  const styles = useStyles()
  return <span {...props} className={styles.hidden} />
}
