import { makeStyles, tokens } from '@fluentui/react-components'
import { Placeholder } from './Placeholder.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, paddingTop: '40px' },
  title: { position: 'absolute', margin: 0 },
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

/** Reserves a page's space while its code and its first answer load. `title` is its heading as far as it is known. */
export function PageSkeleton({ label, title = label }: { label: string; title?: string }) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <h1 className={styles.title}>
        <VisuallyHidden>{title}</VisuallyHidden>
      </h1>
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
