import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languages } from '../../contract/languages.ts'

const files = import.meta.glob<Record<string, unknown>>('/locales/*/*.json', { import: 'default' })

/** While developing and testing, a hole in a translation is an error and not a blank. */
const strict = {
  saveMissing: true,
  missingKeyHandler: (_: readonly string[], ns: string, key: string) => {
    throw new Error(`no text for ${ns}:${key}`)
  },
  missingInterpolationHandler: (text: string, [blank]: [string, string]) => {
    throw new Error(`nothing fills ${blank} in "${text}"`)
  },
}

/** The words of the lists; a page that needs more asks for them with `Words`. One language is loaded, and no other. */
export async function createI18n(lng: Language): Promise<I18n> {
  const i18n = createInstance()
  i18n.on('languageChanged', (language) => {
    if (typeof document !== 'undefined') document.documentElement.lang = language
  })
  await i18n
    .use(initReactI18next)
    .use({
      type: 'backend' as const,
      init: () => {},
      read: (language: string, ns: string) =>
        files[`/locales/${language}/${ns}.json`]?.() ?? Promise.reject(new Error(`no ${ns} for ${language}`)),
    })
    .init({
      lng,
      fallbackLng: false,
      supportedLngs: languages,
      load: 'currentOnly',
      ns: ['common', 'offers', 'problems', 'steps'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      ...(import.meta.env.DEV && strict),
    })
  return i18n
}
