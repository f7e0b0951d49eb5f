import { makeStyles, tokens } from '@fluentui/react-components'
import { Placeholder } from './Placeholder.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, paddingTop: '40px' },
  block: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})

const widths = ['40%', '70%', '55%', '62%', '48%', '66%', '52%', '58%']

/** Reserves a page's space while its code and its first answer load. */
export function PageSkeleton({ label }: { label: string }) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <Placeholder width="280px" height="24px" />
      <Placeholder width="180px" />
      <BlockSkeleton label={label} />
    </div>
  )
}

/** The same for the content below a header that is already shown. */
export function BlockSkeleton({ label }: { label: string }) {
  const styles = useStyles()
  return (
    <div className={styles.block} role="status" aria-busy aria-label={label}>
      {widths.map((width) => (
        <Placeholder key={width} width={width} height="20px" />
      ))}
    </div>
  )
}
