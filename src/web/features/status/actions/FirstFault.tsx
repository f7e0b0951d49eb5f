import { makeStyles } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { OfferStatus } from '../../../../contract/status.ts'
import { isTroubled } from '../../../../contract/steps.ts'
import { slot, TextAround } from '../../../i18n/TextAround.tsx'
import { useWords } from '../../../words/lookup.ts'
import { textOf } from '../../../words/outside.ts'
import { useStepName } from '../../../words/StepName.tsx'
import { useFieldName } from '../messages/fieldName.ts'

const useStyles = makeStyles({ text: { margin: 0, overflowWrap: 'anywhere' } })

/** Which step failed, with the first reason it gave and where to correct that. */
export function FirstFault({ status }: { status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const words = useWords()
  const stepName = useStepName()
  const fieldName = useFieldName()
  const step = status.steps.find(isTroubled)
  if (!step) return null
  const fault = step.messages.find(({ level }) => level === 'error')
  const known = fault && words('messages', fault.code ?? '', fault.values)
  const own = fault?.content ? textOf(fault.content) : fault?.messageHtml
  return (
    <p className={styles.text}>
      <TextAround text={t('turn.fault', { step: stepName(step.code ?? step.id, step.stepName), fault: slot })}>
        {known ?? <span lang="en">{own ?? t('message.noneAtAll')}</span>}
      </TextAround>{' '}
      {fault?.target && t('turn.where', { field: fieldName(fault.target) })}
    </p>
  )
}
