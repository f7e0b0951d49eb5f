import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { OfferRow } from '../../../contract/offerList.ts'
import { WithWords } from '../../i18n/WithWords.tsx'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { useWords } from '../../words/lookup.ts'
import { StepName } from '../../words/StepName.tsx'

const useStyles = makeStyles({
  // Screen readers read all of it; a tooltip and the offer's page show it.
  clipped: { display: '-webkit-box', overflow: 'hidden', WebkitBoxOrient: 'vertical', WebkitLineClamp: 1 },
  longer: { WebkitLineClamp: 2 },
})

type Props = { offer: OfferRow /** Two lines instead of one. */; longer?: boolean | undefined }

/** Why an attempt failed: the words of its first message, fetched when a list first needs them; else where it failed. */
export function Reason({ offer, longer }: Props) {
  const step = offer.step && <StepName code={offer.step.code} own={offer.step.stepName} />
  if (!offer.reason) return step
  return (
    <ErrorBoundary fallback={() => step}>
      <WithWords words={['messages']} fallback={step}>
        <Message longer={longer} offer={offer} />
      </WithWords>
    </ErrorBoundary>
  )
}

function Message({ offer: { reason, step }, longer }: Props) {
  const styles = useStyles()
  const words = useWords()
  const text = reason && words('messages', reason.code, reason.values)
  if (!text) return step && <StepName code={step.code} own={step.stepName} />
  return (
    <span className={mergeClasses(styles.clipped, longer && styles.longer)} title={text}>
      {text}
    </span>
  )
}
