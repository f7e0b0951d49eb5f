import type { Locale } from './words.ts'

const names = ['AppSource', 'Azure DevOps', 'English', 'Français', '简体中文', '한국어']

/** Texts that read the same in English by choice: names, and words the languages share. */
export const borrowed: Record<Locale, readonly string[]> = {
  'en-US': [],
  'zh-CN': names,
  'fr-FR': [...names, '< {{count}} min', 'Actions', 'Certification', 'Description', 'Messages', 'Type'],
  'ko-KR': names,
}
