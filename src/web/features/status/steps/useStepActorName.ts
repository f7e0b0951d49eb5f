import { useTranslation } from 'react-i18next'
import { useWords } from '../../../words/lookup.ts'

export function useStepActorName() {
  const { t } = useTranslation()
  const words = useWords()
  return (actor: string) => words('status', `actor.${actor}`) ?? t('unknown', { value: actor })
}
