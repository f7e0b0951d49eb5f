import { makeStyles } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { OfferStatus } from '../../../../contract/status.ts'
import { isTroubled } from '../../../../contract/steps.ts'
import { slot, TextAround } from '../../../i18n/TextAround.tsx'
import { PageLink } from '../../../ui/PageLink.tsx'
import { useWords } from '../../../words/lookup.ts'
import { textOf } from '../../../words/outside.ts'
import { StepName } from '../../../words/StepName.tsx'
import { FieldLink } from '../messages/FieldLink.tsx'
import { stepAnchor } from '../steps/stepAddress.ts'

const useStyles = makeStyles({
  text: {
    margin: 0,
    overflowWrap: 'anywhere',
    // The step below has the whole text.
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  where: { margin: 0, overflowWrap: 'anywhere' },
})

/** Links to the step that failed, with the first reason it gave and where to correct that. */
export function FirstFault({ status }: { status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const words = useWords()
  const { pathname, state } = useLocation()
  const step = status.steps.find(isTroubled)
  if (!step) return null
  const fault = step.messages.find(({ level }) => level === 'error')
  const known = fault && words('messages', fault.code ?? '', fault.values)
  const own = fault?.content ? textOf(fault.content) : fault?.messageHtml
  return (
    <>
      <p className={styles.text}>
        <TextAround text={t('turn.fault', { step: slot, fault: slot })}>
          <PageLink state={state} to={{ pathname, hash: stepAnchor(step.id) }}>
            <StepName code={step.code ?? step.id} own={step.stepName} />
          </PageLink>
          {known ?? (own === undefined ? t('message.noneAtAll') : <span lang="en">{own}</span>)}
        </TextAround>
      </p>
      {fault?.target && (
        <p className={styles.where}>
          <TextAround text={t('turn.where', { field: slot })}>
            <FieldLink place={fault} />
          </TextAround>
        </p>
      )}
    </>
  )
}
