import { makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../../contract/status.ts'
import { isTroubled, overdueTime } from '../../../../contract/steps.ts'
import { useWords } from '../../../words/lookup.ts'
import { OverdueMark } from '../../../words/Marks.tsx'
import { Moment } from '../../../words/Moment.tsx'
import { StepName, useStepName } from '../../../words/StepName.tsx'
import { NoDetails } from '../messages/NoDetails.tsx'
import { StepMessages } from '../messages/StepMessages.tsx'
import { StepFacts } from './StepFacts.tsx'
import { StepIcon, StepStatus } from './StepState.tsx'
import { stepAnchor } from './stepAddress.ts'

const useStyles = makeStyles({
  item: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalL,
    scrollMarginTop: '80px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    // The line to the next step.
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      left: '9px',
      top: '24px',
      bottom: '0px',
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  passed: { ':not(:last-child)::before': { backgroundColor: tokens.colorPaletteGreenBorder2 } },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
  name: { margin: 0, minWidth: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  current: { fontWeight: tokens.fontWeightSemibold },
  later: { color: tokens.colorNeutralForeground2 },
  time: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  description: { margin: 0, color: tokens.colorNeutralForeground2 },
  progress: { maxWidth: '320px', marginBlock: tokens.spacingVerticalXS },
})

type Props = {
  step: Step
  isCurrent: boolean
  isReader: boolean
  /** Go Live is scheduled, so that nobody has to sign off. */
  isScheduled: boolean
  /** Whose usual times are shown. */
  offerTypeId: string | undefined
  reference: string | undefined
}

// A step that did not change since the last poll is the same object, and does not render again.
export const StepItem = memo(function StepItem({ step, isCurrent, isReader, isScheduled, ...others }: Props) {
  const { offerTypeId, reference } = others
  const styles = useStyles()
  const { t } = useTranslation('status')
  const stepName = useStepName()
  const code = step.code ?? step.id
  const state = step.status === 'complete' ? styles.passed : undefined
  return (
    <li
      aria-current={isCurrent ? 'step' : undefined}
      className={mergeClasses(styles.item, state)}
      id={stepAnchor(step.id)}
      tabIndex={-1}
    >
      <StepIcon status={step.status} />
      <div>
        <div className={styles.head}>
          <h3
            className={mergeClasses(
              styles.name,
              isCurrent && styles.current,
              step.status === 'notStarted' && styles.later,
            )}
          >
            <StepName code={code} own={step.stepName} />
          </h3>
          <StepStatus isReader={isReader} isScheduled={isScheduled} step={step} />
          <OverdueMark overdueTime={overdueTime(step)} />
          {step.status === 'complete' && step.endedTime && <Moment className={styles.time} time={step.endedTime} />}
        </div>
        {isCurrent &&
          (step.status === 'waitingForPublisherReview' && (isReader || isScheduled) ? (
            <p className={styles.description}>{t(`signOff.${isScheduled ? 'scheduled' : 'others'}`)}</p>
          ) : (
            <StepDescription code={code} own={step.description} />
          ))}
        <StepFacts isReader={isReader} isScheduled={isScheduled} offerTypeId={offerTypeId} step={step} />
        {step.status === 'inProgress' && step.progressPercentage > 0 && (
          <ProgressBar
            aria-label={t('progress', { step: stepName(code, step.stepName) })}
            className={styles.progress}
            max={100}
            value={Math.min(100, step.progressPercentage)}
          />
        )}
        <StepMessages messages={step.messages} />
        {isTroubled(step) && !step.messages.some(({ level }) => level === 'error') && (
          <NoDetails reference={reference} />
        )}
      </div>
    </li>
  )
})

function StepDescription({ code, own }: { code: string; own: string }) {
  const styles = useStyles()
  const words = useWords()
  const known = words('stepDescriptions', code)
  if (known) return <p className={styles.description}>{known}</p>
  return own ? (
    <p className={styles.description} lang="en">
      {own}
    </p>
  ) : null
}
