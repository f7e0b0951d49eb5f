import { type Language, languageFrom, languages } from '../../contract/languages.ts'
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

export const readersLanguage = () => languageFrom(savedPreference('language'), navigator.languages)
export const rememberLanguage = (language: Language) => savePreference('language', language)
