import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../../contract/status.ts'
import { timeline } from '../../../../contract/timeline.ts'
import { serviceTime } from '../../../clock.ts'
import { duration } from '../../../i18n/format.ts'
import { useNow } from '../../../ui/useNow.ts'
import { Moment } from '../../../words/Moment.tsx'
import { StepName } from '../../../words/StepName.tsx'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'break-word',
  },
  head: { color: tokens.colorNeutralForeground3 },
  // The picture of the times beside it; on a narrow screen the table alone.
  drawn: { width: '40%', '@media (max-width: 640px)': { display: 'none' } },
  bar: {
    height: '12px',
    minWidth: '2px',
    marginBlock: '3px',
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    boxSizing: 'border-box',
  },
  // Differs by its lines, so that colour is not needed.
  waiting: {
    border: `1px dashed ${tokens.colorPaletteMarigoldForeground2}`,
    backgroundColor: 'transparent',
  },
  sums: { margin: 0, marginTop: tokens.spacingVerticalS },
})

/** The attempt's steps drawn to scale, each beside the times it is drawn from. */
export function TimelineTable({ steps }: { steps: readonly Step[] }) {
  const styles = useStyles()
  const { t, i18n } = useTranslation('status')
  const now = useNow(60_000, serviceTime)
  const known = timeline(steps, now)
  if (!known) return <p className={styles.sums}>{t('timeline.none')}</p>
  const whole = Math.max(1, known.to - known.from)
  const percent = (time: number) => `${(100 * time) / whole}%`
  const inWords = (time: number) => duration(time, i18n.language)
  const head = mergeClasses(styles.cell, styles.head)
  return (
    <>
      <table aria-label={t('timeline.title')} className={styles.table}>
        <thead>
          <tr>
            <th className={head} scope="col">
              {t('timeline.step')}
            </th>
            <th className={head} scope="col">
              {t('next.since')}
            </th>
            <th className={head} scope="col">
              {t('timeline.time')}
            </th>
            <td aria-hidden className={mergeClasses(head, styles.drawn)} />
          </tr>
        </thead>
        <tbody>
          {known.spans.map(({ step, from, to, isWaiting }) => (
            <tr key={`${step.id} ${from}`}>
              <th className={styles.cell} scope="row">
                <StepName code={step.code ?? step.id} own={step.stepName} />
              </th>
              <td className={styles.cell}>
                <Moment time={new Date(from).toISOString()} />
              </td>
              <td className={styles.cell}>
                {t(isWaiting ? 'timeline.waiting' : 'timeline.working', { duration: inWords(to - from) })}
              </td>
              <td aria-hidden className={mergeClasses(styles.cell, styles.drawn)}>
                <div
                  className={mergeClasses(styles.bar, isWaiting && styles.waiting)}
                  style={{ marginInlineStart: percent(from - known.from), width: percent(to - from) }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.sums}>
        {t('timeline.sums', { working: inWords(known.working), waiting: inWords(known.waiting) })}
      </p>
    </>
  )
}
