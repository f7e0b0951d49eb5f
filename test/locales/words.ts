import { globSync, readFileSync } from 'node:fs'

type Tree = { [key: string]: string | Tree }

const flatten = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  )

export const locales = ['en-US', 'zh-CN', 'fr-FR', 'ko-KR'] as const
export type Locale = (typeof locales)[number]

export const namespacesOf = (locale: Locale) =>
  globSync('*.json', { cwd: `locales/${locale}` })
    .map((file) => file.replace('.json', ''))
    .sort()

/** The texts of one file by their key, nested keys joined with dots. */
export const wordsOf = (locale: Locale, namespace: string) =>
  new Map(flatten(JSON.parse(readFileSync(`locales/${locale}/${namespace}.json`, 'utf8')) as Tree))

/** All texts of a language, their keys as `namespace:key`. */
export const allWords = (locale: Locale) =>
  new Map<string, string>(
    namespacesOf(locale).flatMap((namespace) =>
      [...wordsOf(locale, namespace)].map(([key, text]) => [`${namespace}:${key}`, text] as [string, string]),
    ),
  )
