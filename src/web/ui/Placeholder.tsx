import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  bar: {
    height: '12px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStencil1,
  },
})

/** Reserves the space of a text. */
export function Placeholder({ width, height }: { width: string; height?: string }) {
  const styles = useStyles()
  return <div className={styles.bar} style={{ width, ...(height && { height }) }} />
}
