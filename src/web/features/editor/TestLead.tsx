import { makeStyles, tokens } from '@fluentui/react-components'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { testLeadMutation } from '../../api/newOffer.ts'
import { useProblemWords } from '../../page/useProblemWords.ts'
import type { OfferAddress } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { useFaultText } from './faults/FaultTexts.tsx'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

/** Tries the lead destination of the saved draft, in the simulation. */
export function TestLead({ offer, isDirty }: { offer: OfferAddress; isDirty: boolean }) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  const inWords = useProblemWords()
  const faultText = useFaultText()
  const { mutate, data, error, isPending } = useMutation(testLeadMutation(offer))
  const problem = data?.problems[0]
  return (
    <div className={styles.line}>
      <Button disabledFocusable={isDirty || isPending} onClick={() => mutate()} size="small">
        {t('lead.send')}
      </Button>
      <span aria-live="polite">
        {isDirty
          ? t('lead.saveFirst')
          : error
            ? inWords(error)
            : problem
              ? faultText(problem)
              : data && t('lead.arrived')}
      </span>
    </div>
  )
}
