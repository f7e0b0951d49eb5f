import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import { ArrowSyncCircle20Regular } from '@fluentui/react-icons/svg/arrow-sync-circle'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle20Regular } from '@fluentui/react-icons/svg/circle'
import { DismissCircle20Filled } from '@fluentui/react-icons/svg/dismiss-circle'
import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle'
import { Hourglass20Regular } from '@fluentui/react-icons/svg/hourglass'
import { PersonClock20Filled } from '@fluentui/react-icons/svg/person-clock'
import { Prohibited20Regular } from '@fluentui/react-icons/svg/prohibited'
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle'
import { useTranslation } from 'react-i18next'
import type { Step, StepStatusName } from '../../../../contract/status.ts'
import { isKnownStatus } from '../../../../contract/steps.ts'
import { Elapsed } from './Elapsed.tsx'

const useStyles = makeStyles({
  icon: { display: 'block', flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground4 },
  brand: { color: tokens.colorBrandForeground1 },
  attention: { color: tokens.colorPaletteMarigoldForeground2 },
  danger: { color: tokens.colorPaletteRedForeground1 },
  success: { color: tokens.colorPaletteGreenForeground1 },
  word: { whiteSpace: 'nowrap' },
  quietWord: { color: tokens.colorNeutralForeground3 },
})

type Look = { Icon: FluentIcon; tone: 'quiet' | 'brand' | 'attention' | 'danger' | 'success' }
const looks = {
  notStarted: { Icon: Circle20Regular, tone: 'quiet' },
  inProgress: { Icon: ArrowSyncCircle20Regular, tone: 'brand' },
  waitingForPublisherReview: { Icon: PersonClock20Filled, tone: 'attention' },
  waitingForApproval: { Icon: Hourglass20Regular, tone: 'brand' },
  blocked: { Icon: ErrorCircle20Filled, tone: 'danger' },
  rejected: { Icon: DismissCircle20Filled, tone: 'danger' },
  complete: { Icon: CheckmarkCircle20Filled, tone: 'success' },
  canceled: { Icon: Prohibited20Regular, tone: 'quiet' },
} as const satisfies Record<StepStatusName, Look>
const unknown: Look = { Icon: QuestionCircle20Regular, tone: 'quiet' }

const lookOf = (status: string): Look => (isKnownStatus(status) ? looks[status] : unknown)

export function StepIcon({ status }: { status: string }) {
  const styles = useStyles()
  const { Icon, tone } = lookOf(status)
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[tone])} />
}

export function useStepStatusName() {
  const { t } = useTranslation(['status', 'common'])
  return (status: string) =>
    isKnownStatus(status) ? t(`stepStatus.${status}`) : t('common:unknown', { value: status })
}

type Props = { step: Pick<Step, 'status' | 'startedTime'>; isReader: boolean; isScheduled: boolean }

/** Those who can act read that the step waits for them, and how long; a reader learns whom it waits for. */
export function StepStatus({ step: { status, startedTime }, isReader, isScheduled }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const name = useStepStatusName()
  const { tone } = lookOf(status)
  const color = tone === 'quiet' ? styles.quietWord : styles[tone]
  const isAtSignOff = status === 'waitingForPublisherReview'
  const isYours = isAtSignOff && !isReader
  const wait = startedTime ? <Elapsed from={startedTime} kind="waiting" to={undefined} /> : t('yourTurn')
  return (
    <span className={mergeClasses(styles.word, color)}>
      {isAtSignOff && isScheduled ? t('turn.scheduled') : isYours ? wait : name(status)}
    </span>
  )
}
