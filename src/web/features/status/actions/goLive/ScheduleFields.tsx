import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { longestDays } from '../../../../../contract/scheduledMoment.ts'
import { serviceTime } from '../../../../clock.ts'
import { timeInZone } from '../../../../i18n/format.ts'
import { Select } from '../../../../ui/Select.tsx'
import type { Choice, Meant } from './useMeantMoment.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  field: { flex: '1 1 140px', minWidth: 0 },
  zone: { flex: '1 1 100%', minWidth: 0 },
})

const day = 86_400_000
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
/** Some browsers do not list UTC, or the reader's own zone under the name that they give it. */
const zones = () => [...new Set(['UTC', ownZone(), ...Intl.supportedValuesOf('timeZone')])].sort()

/** Tomorrow morning where the reader is. */
export function firstChoice(): Choice {
  const tomorrow = new Date(serviceTime() + day)
  const date = [tomorrow.getFullYear(), tomorrow.getMonth() + 1, tomorrow.getDate()]
  return { date: date.map((part) => String(part).padStart(2, '0')).join('-'), time: '09:00', zone: ownZone() }
}

type Props = { choice: Choice; meant: Meant; isTried: boolean; onChange: (choice: Choice) => void }

/** A day, a time and a zone, and the moment that they mean. */
export function ScheduleFields({ choice, meant, isTried, onChange }: Props) {
  const styles = useStyles()
  const { t, i18n } = useTranslation('status')
  const isWrong = 'fault' in meant && (isTried || meant.fault !== 'missing')
  return (
    <>
      <div className={styles.row}>
        <Field
          className={styles.field}
          label={t('schedule.date')}
          required
          validationMessage={isWrong ? t(`schedule.fault.${meant.fault}`, { count: longestDays }) : undefined}
        >
          <Input
            name="date"
            onChange={(_, { value }) => onChange({ ...choice, date: value })}
            type="date"
            value={choice.date}
          />
        </Field>
        <Field className={styles.field} label={t('schedule.time')} required>
          <Input onChange={(_, { value }) => onChange({ ...choice, time: value })} type="time" value={choice.time} />
        </Field>
        <Field className={styles.zone} label={t('schedule.zone')}>
          {(control) => (
            <Select
              {...control}
              onChange={({ target }) => onChange({ ...choice, zone: target.value })}
              value={choice.zone}
            >
              {zones().map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div aria-live="polite">
        {'moment' in meant && (
          <>
            <div>
              {t('schedule.planned', {
                time: timeInZone(meant.moment.toISOString(), i18n.language, choice.zone),
              })}
            </div>
            {meant.isTwice && <div>{t('schedule.twice')}</div>}
            <div>{t('schedule.until')}</div>
          </>
        )}
      </div>
    </>
  )
}
