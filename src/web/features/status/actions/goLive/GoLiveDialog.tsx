import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scheduleMutation } from '../../../../api/goLiveSchedule.ts'
import { withoutPolling } from '../../../../api/polled.ts'
import { statusQuery } from '../../../../api/status.ts'
import { DialogFrame } from '../../../../ui/dialogs/DialogFrame.tsx'
import { focusField } from '../../../../ui/form/focusField.ts'
import { ActionForm } from '../ActionForm.tsx'
import { type DialogProps, type Outcome, useAction } from '../useAction.ts'
import { AfterGoLive } from './AfterGoLive.tsx'
import { GoLiveChanges } from './GoLiveChanges.tsx'
import { firstChoice, ScheduleFields } from './ScheduleFields.tsx'
import { useMeantMoment } from './useMeantMoment.ts'

/** What changes for customers, what follows and when it is final; now, or at a time that can be taken back. */
export function GoLiveDialog(props: DialogProps) {
  const { t } = useTranslation('status')
  const { offer, name, onClose } = props
  const action = useAction('goLive', props)
  const { data: status } = useQuery({ ...statusQuery(offer), ...withoutPolling })
  const schedule = useMutation(scheduleMutation(useQueryClient(), offer))
  const [isLater, setLater] = useState(false)
  const [choice, setChoice] = useState(firstChoice)
  const [isTried, setTried] = useState(false)
  const meant = useMeantMoment(choice)
  const outcome: Outcome = isLater ? outcomeOf(schedule) : action.outcome

  function confirm(form: HTMLFormElement) {
    if (!isLater) return action.send({})
    setTried(true)
    if ('fault' in meant) focusField(form, 'date')
    else if (action.operationId) schedule.mutate({ ...choice, operationId: action.operationId }, { onSuccess: onClose })
  }

  return (
    <DialogFrame onClose={onClose}>
      <ActionForm
        cancel={t('goLive.dismiss')}
        confirm={isLater ? t('schedule.confirm') : t('action.goLive')}
        isFinal
        onAskAgain={action.again}
        onClose={onClose}
        onConfirm={confirm}
        outcome={outcome}
        permission={action.permission}
        title={t('goLive.title')}
      >
        <span>{t('goLive.text', { name })}</span>
        {action.operationId && <GoLiveChanges offer={offer} operationId={action.operationId} />}
        <AfterGoLive status={status} />
        {action.operationId && (
          <Field label={t('schedule.when')}>
            <RadioGroup
              layout="horizontal"
              onChange={(_, { value }) => setLater(value === 'later')}
              value={isLater ? 'later' : 'now'}
            >
              <Radio label={t('schedule.now')} value="now" />
              <Radio label={t('schedule.later')} value="later" />
            </RadioGroup>
          </Field>
        )}
        {isLater && <ScheduleFields choice={choice} isTried={isTried} meant={meant} onChange={setChoice} />}
      </ActionForm>
    </DialogFrame>
  )
}

function outcomeOf({ isPending, error }: { isPending: boolean; error: Error | null }): Outcome {
  if (isPending) return { state: 'sending' }
  return error ? { state: 'refused', error } : { state: 'open' }
}
