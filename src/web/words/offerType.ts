import { useTranslation } from 'react-i18next'

/** An offer type's name in the reader's language; the service's own name for a type this page does not know. */
export function useOfferTypeName() {
  const { t, i18n } = useTranslation(['offers', 'common'])
  return (id: string, own?: string) => {
    const names = i18n.getResource(i18n.language, 'offers', 'type') as Record<string, string> | undefined
    return names?.[id] ?? own ?? t('common:unknown', { value: id })
  }
}
