export const languages = ['en-US', 'zh-CN', 'fr-FR', 'ko-KR'] as const
export type Language = (typeof languages)[number]
