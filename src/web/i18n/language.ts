import { type Language, languages } from '../../contract/languages.ts'
import { savedPreference, savePreference } from '../preferences.ts'

const languageNames = {
  'en-US': 'English',
  'zh-CN': '简体中文',
  'fr-FR': 'Français',
  'ko-KR': '한국어',
} as const satisfies Record<Language, string>

/** A language in its own words. */
export function languageName(language: string): string | undefined {
  const known = languages.find((known) => known === language)
  return known && languageNames[known]
}

const byPrimary: Record<string, Language> = { en: 'en-US', zh: 'zh-CN', fr: 'fr-FR', ko: 'ko-KR' }
const traditional = /^zh-(?:hant|tw|hk|mo)\b/i

/** The saved choice, else the first supported language of the browser, else English (L4). */
export function languageFrom(saved: string | undefined, wished: readonly string[]): Language {
  const chosen = languages.find((language) => language === saved)
  if (chosen) return chosen
  for (const tag of wished) {
    const language = byPrimary[tag.split('-')[0]!.toLowerCase()]
    if (language && !traditional.test(tag)) return language
  }
  return 'en-US'
}

export const readersLanguage = () => languageFrom(savedPreference('language'), navigator.languages)
export const rememberLanguage = (language: Language) => savePreference('language', language)
