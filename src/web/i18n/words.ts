import type { i18n as I18n } from 'i18next'
import { type Fetched, fetchedOnce, patient, present, useFetched } from '../loading.ts'
import { useInstance } from './useInstance.ts'

/** The words that only some pages need: a file each. */
export type PageWords = 'account' | 'lists' | 'history' | 'news' | 'status' | 'messages' | 'fields' | 'stepDescriptions'

const files = new Map(
  Object.entries(import.meta.glob<Record<string, unknown>>('/locales/*/*.json', { import: 'default' })).map(
    ([path, load]) => [
      path,
      patient(load, (address) => import(/* @vite-ignore */ address).then((module) => module.default)),
    ],
  ),
)

const missing = (i18n: I18n, namespaces: readonly string[], language: string) =>
  namespaces.filter((namespace) => !i18n.hasResourceBundle(language, namespace))

/** Fetches the words that are not there yet; what failed is fetched again by the next call. */
export async function loadWords(i18n: I18n, namespaces: readonly string[], language = i18n.language) {
  await Promise.all(
    missing(i18n, namespaces, language).map(async (namespace) => {
      const load = files.get(`/locales/${language}/${namespace}.json`)
      if (!load) throw new Error(`no ${namespace} for ${language}`)
      i18n.addResourceBundle(language, namespace, await load())
    }),
  )
}

const gates = new WeakMap<I18n, Map<string, Fetched<void>>>()
const nothing = present(undefined)

function gateOf(i18n: I18n, namespaces: readonly PageWords[]) {
  const known = gates.get(i18n) ?? new Map()
  gates.set(i18n, known)
  const name = `${i18n.language} ${namespaces}`
  const gate = known.get(name) ?? fetchedOnce(() => loadWords(i18n, namespaces))
  known.set(name, gate)
  return gate
}

/** Whether the words are there. Those that are missing are fetched. */
export function useLoadedWords(namespaces: readonly PageWords[]) {
  const i18n = useInstance()
  const isMissing = missing(i18n, namespaces, i18n.language).length > 0
  useFetched(isMissing ? gateOf(i18n, namespaces) : nothing)
  return !isMissing
}

/** Changes the language once all words that the page has in the present one are there in the other. */
export async function switchLanguage(i18n: I18n, language: string) {
  await loadWords(i18n, Object.keys(i18n.getDataByLanguage(i18n.language) ?? {}), language)
  await i18n.changeLanguage(language)
}
