export const languages = ['en-US', 'zh-CN', 'fr-FR', 'ko-KR'] as const
export type Language = (typeof languages)[number]

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
