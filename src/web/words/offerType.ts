import { useTranslation } from 'react-i18next'
import { useWords } from './lookup.ts'

/** An offer type's name in the reader's language; the service's own name for a type this page does not know. */
export function useOfferTypeName() {
  const { t } = useTranslation()
  const words = useWords()
  return (id: string, own?: string) => words('offers', `type.${id}`) ?? own ?? t('unknown', { value: id })
}
