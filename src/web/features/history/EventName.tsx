import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import { AddCircle16Regular } from '@fluentui/react-icons/svg/add-circle'
import { BuildingPeople16Regular } from '@fluentui/react-icons/svg/building-people'
import { CalendarCancel16Regular } from '@fluentui/react-icons/svg/calendar-cancel'
import { CalendarClock16Regular } from '@fluentui/react-icons/svg/calendar-clock'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ClockAlarm16Regular } from '@fluentui/react-icons/svg/clock-alarm'
import { Delete16Regular } from '@fluentui/react-icons/svg/delete'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { Eye16Regular } from '@fluentui/react-icons/svg/eye'
import { EyeOff16Regular } from '@fluentui/react-icons/svg/eye-off'
import { Key16Regular } from '@fluentui/react-icons/svg/key'
import { MailProhibited16Regular } from '@fluentui/react-icons/svg/mail-prohibited'
import { PauseCircle16Regular } from '@fluentui/react-icons/svg/pause-circle'
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add'
import { PersonDelete16Regular } from '@fluentui/react-icons/svg/person-delete'
import { PersonEdit16Regular } from '@fluentui/react-icons/svg/person-edit'
import { PersonMail16Regular } from '@fluentui/react-icons/svg/person-mail'
import { PlayCircle16Regular } from '@fluentui/react-icons/svg/play-circle'
import { Prohibited16Regular } from '@fluentui/react-icons/svg/prohibited'
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle'
import { Rocket16Regular } from '@fluentui/react-icons/svg/rocket'
import { Save16Regular } from '@fluentui/react-icons/svg/save'
import { Send16Regular } from '@fluentui/react-icons/svg/send'
import type { EventType } from '../../../contract/history.ts'
import { isKnownEvent, useEventName } from './eventWords.ts'

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'start',
    gap: tokens.spacingHorizontalSNudge,
    minWidth: 0,
    // The heading of its card.
    '@media (max-width: 720px)': { fontWeight: tokens.fontWeightSemibold },
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  asked: { color: tokens.colorBrandForeground1 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  late: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
})

type Tone = 'quiet' | 'asked' | 'good' | 'late' | 'bad'

const looks: Record<EventType, readonly [FluentIcon, Tone]> = {
  OfferCreated: [AddCircle16Regular, 'quiet'],
  OfferSaved: [Save16Regular, 'quiet'],
  OfferDeleted: [Delete16Regular, 'quiet'],
  OfferPublishRequested: [Send16Regular, 'asked'],
  OfferGoLiveRequested: [Rocket16Regular, 'asked'],
  OfferGoLiveScheduled: [CalendarClock16Regular, 'asked'],
  OfferGoLiveUnscheduled: [CalendarCancel16Regular, 'quiet'],
  OfferCancelRequested: [Prohibited16Regular, 'asked'],
  OfferCancelTooLate: [ClockAlarm16Regular, 'late'],
  OfferPublishCanceled: [Prohibited16Regular, 'quiet'],
  OfferStepCompleted: [Checkmark16Regular, 'good'],
  OfferStepOverdue: [ClockAlarm16Regular, 'late'],
  OfferStepBlocked: [ErrorCircle16Filled, 'bad'],
  OfferStepApproved: [Checkmark16Regular, 'good'],
  OfferStepRejected: [ErrorCircle16Filled, 'bad'],
  OfferWentLive: [CheckmarkCircle16Filled, 'good'],
  OfferDelisted: [EyeOff16Regular, 'quiet'],
  OfferRelisted: [Eye16Regular, 'good'],
  OfferHeld: [PauseCircle16Regular, 'late'],
  OfferReleased: [PlayCircle16Regular, 'quiet'],
  MemberInvited: [PersonMail16Regular, 'asked'],
  InvitationSentAgain: [PersonMail16Regular, 'quiet'],
  InvitationWithdrawn: [MailProhibited16Regular, 'quiet'],
  MemberJoined: [PersonAdd16Regular, 'good'],
  MemberRoleChanged: [PersonEdit16Regular, 'quiet'],
  MemberRemoved: [PersonDelete16Regular, 'quiet'],
  PublisherChanged: [BuildingPeople16Regular, 'quiet'],
  WebhookAdded: [AddCircle16Regular, 'quiet'],
  WebhookChanged: [Edit16Regular, 'quiet'],
  WebhookDisabled: [PauseCircle16Regular, 'late'],
  WebhookEnabled: [PlayCircle16Regular, 'quiet'],
  WebhookSecretReplaced: [Key16Regular, 'quiet'],
  WebhookDeleted: [Delete16Regular, 'quiet'],
}
const unknown = [QuestionCircle16Regular, 'quiet'] as const

/** What happened, as icon and words. */
export function EventName({ type }: { type: string }) {
  const styles = useStyles()
  const name = useEventName()
  const [Icon, tone] = isKnownEvent(type) ? looks[type] : unknown
  return (
    <span className={styles.root}>
      <Icon aria-hidden className={mergeClasses(styles.icon, styles[tone])} />
      <span>{name(type)}</span>
    </span>
  )
}
