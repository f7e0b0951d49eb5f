import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { withoutPolling } from '../api/polled.ts'
import { sessionQuery } from '../api/session.ts'

const useStyles = makeStyles({
  root: {
    paddingInline: tokens.spacingHorizontalS,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    cursor: 'help',
  },
})

/**
 * Says that the marketplace is simulated: `everywhere` where that is true of all offers, otherwise on the page of each
 * offer that it is true of.
 */
export function SimulatedMark({ everywhere = false, className }: { everywhere?: boolean; className?: string }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { data: simulated } = useQuery({ ...sessionQuery, ...withoutPolling, select: (session) => session.simulated })
  if (simulated !== everywhere) return null
  return (
    <span className={mergeClasses(styles.root, className)} title={t('simulated.note')}>
      {t('simulated.mark')}
    </span>
  )
}
