import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stepsAtEnd } from '../../../../contract/attempts.ts'
import type { OfferStatus } from '../../../../contract/status.ts'
import { isReader } from '../../../../contract/viewer.ts'
import { attemptsQuery } from '../../../api/attempts.ts'
import type { OfferAddress } from '../../../paths.ts'
import { Select } from '../../../ui/Select.tsx'
import { StepList } from '../steps/StepList.tsx'
import { Timeline } from '../timeline/Timeline.tsx'
import { AttemptChanges } from './AttemptChanges.tsx'
import { EarlierIssues } from './EarlierIssues.tsx'
import { IssueStates } from './IssueStates.tsx'
import { useAttemptName } from './useAttemptName.ts'

const useStyles = makeStyles({
  choice: { marginBottom: tokens.spacingVerticalM, maxWidth: '420px' },
  name: { margin: 0, marginBottom: tokens.spacingVerticalM, fontWeight: tokens.fontWeightSemibold },
})

/** The steps of the latest attempt, as the page polls them, or those that an earlier or canceled one ended with. */
export function AttemptSteps({ offer, status }: { offer: OfferAddress; status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const attemptName = useAttemptName()
  const { data: attempts } = useQuery(attemptsQuery(offer, status))
  const [chosen, setChosen] = useState<string>()
  const items = attempts?.items ?? []
  const latest = items.find(({ operationId }) => operationId === status.operationId)
  const shown = items.find(({ operationId }) => operationId === chosen) ?? latest
  const earlier = shown && items[items.indexOf(shown) + 1]
  const isKept = shown !== undefined && (shown !== latest || shown.status === 'canceled')
  const steps = isKept ? stepsAtEnd(shown) : status.steps
  return (
    <IssueStates issues={attempts?.issues ?? []}>
      {items.length > 1 && (
        <Select
          aria-label={t('attempt.choose')}
          className={styles.choice}
          onChange={({ target: { value } }) => setChosen(value === latest?.operationId ? undefined : value)}
          value={shown?.operationId}
        >
          {items.map((attempt) => (
            <option key={attempt.operationId} value={attempt.operationId}>
              {attemptName(attempt)}
            </option>
          ))}
        </Select>
      )}
      {isKept && items.length === 1 && <p className={styles.name}>{attemptName(shown)}</p>}
      {shown && earlier && <AttemptChanges earlier={earlier} key={shown.operationId} later={shown} offer={offer} />}
      {latest && shown === latest && <EarlierIssues issues={attempts?.issues ?? []} latest={latest} />}
      <StepList
        isReader={isReader(status)}
        isScheduled={!isKept && status.goLiveSchedule !== undefined}
        offerTypeId={isKept ? undefined : status.offer?.offerTypeId}
        reference={isKept ? shown.operationId : status.operationId}
        steps={steps}
      />
      {status.operationId && <Timeline steps={steps} />}
    </IssueStates>
  )
}
