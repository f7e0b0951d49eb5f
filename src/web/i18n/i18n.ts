import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isolated } from '../../contract/isolated.ts'
import { type Language, languages } from '../../contract/languages.ts'
import { always, loadWords } from './words.ts'

/** In development and tests, a missing translation is an error instead of a blank. */
const strict = {
  saveMissing: true,
  missingKeyHandler: (_: readonly string[], ns: string, key: string) => {
    throw new Error(`no text for ${ns}:${key}`)
  },
  missingInterpolationHandler: (text: string, [blank]: [string, string]) => {
    throw new Error(`nothing fills ${blank} in "${text}"`)
  },
}

/** One language is loaded, and no other; a page that needs more words loads them itself. */
export async function createI18n(lng: Language): Promise<I18n> {
  const i18n = createInstance()
  i18n.on('languageChanged', (language) => {
    if (typeof document !== 'undefined') document.documentElement.lang = language
  })
  await i18n.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    supportedLngs: languages,
    load: 'currentOnly',
    resources: {},
    defaultNS: 'common',
    // React escapes HTML; what fills a sentence must not turn its direction.
    interpolation: { escape: isolated },
    ...(import.meta.env.DEV && strict),
  })
  await untilLoaded(() => loadWords(i18n, always))
  return i18n
}

/** Without words there is nothing to show, not even why: they are fetched every few seconds until they come. */
async function untilLoaded(load: () => Promise<void>): Promise<void> {
  const failed = await load().then(
    () => false,
    () => true,
  )
  if (!failed) return
  await new Promise((resolve) => setTimeout(resolve, 3000))
  await untilLoaded(load)
}
