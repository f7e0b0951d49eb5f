import { useTranslation } from 'react-i18next'
import { useWords } from '../../../words/lookup.ts'

/** A publisher reads "You"; a reader, who cannot act, reads who can. */
export function useStepActorName(isReader: boolean) {
  const { t } = useTranslation()
  const words = useWords()
  return (actor: string) => {
    const key = actor === 'publisher' && !isReader ? 'you' : actor
    return words('status', `actor.${key}`) ?? t('unknown', { value: actor })
  }
}
