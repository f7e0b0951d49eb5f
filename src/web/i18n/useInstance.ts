import type { i18n as I18n } from 'i18next'
import { useContext } from 'react'
import { I18nContext } from 'react-i18next'

/** The instance itself: `useTranslation` wraps it again for each language. */
export function useInstance(): I18n {
  const context = useContext(I18nContext)
  if (!context) throw new Error('There is no I18nextProvider around this component')
  return context.i18n
}
