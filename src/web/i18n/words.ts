import type { i18n as I18n } from 'i18next'
import { type Fetched, fetchedOnce, patient, present, useFetched } from '../loading.ts'
import { useInstance } from './useInstance.ts'

/** The words that only some pages need: a file each. */
export type PageWords =
  | 'account'
  | 'editor'
  | 'fieldParts'
  | 'fields'
  | 'history'
  | 'lists'
  | 'messages'
  | 'news'
  | 'publisher'
  | 'status'
  | 'stepDescriptions'
  | 'webhooks'

type Words = Record<string, unknown>

/** The words of every page and of the lists: one file per language, so that the first page needs one request. */
export const always = ['common', 'offers', 'problems', 'steps'] as const
type Always = (typeof always)[number]
const isAlways = (namespace: string): namespace is Always => always.some((known) => known === namespace)

const first = patientFiles(import.meta.glob<Record<Always, Words>>('./always/*.ts'), (module) => module)
const files = patientFiles(
  import.meta.glob<{ default: Words }>(['/locales/*/*.json', '!/locales/*/{common,offers,problems,steps,mail}.json']),
  (module) => module.default,
)

function patientFiles<Module, File>(loads: Record<string, () => Promise<Module>>, pick: (module: Module) => File) {
  return new Map(
    Object.entries(loads).map(([path, load]) => {
      const once = patient(load, (address) => import(/* @vite-ignore */ address))
      return [path, () => once().then(pick)]
    }),
  )
}

async function wordsOf(language: string, namespace: string): Promise<Words> {
  const words = isAlways(namespace)
    ? (await first.get(`./always/${language}.ts`)?.())?.[namespace]
    : await files.get(`/locales/${language}/${namespace}.json`)?.()
  if (!words) throw new Error(`no ${namespace} for ${language}`)
  return words
}

const missing = (i18n: I18n, namespaces: readonly string[], language: string) =>
  namespaces.filter((namespace) => !i18n.hasResourceBundle(language, namespace))

/** Fetches the words that are not there yet; what failed is fetched again by the next call. */
export async function loadWords(i18n: I18n, namespaces: readonly string[], language = i18n.language) {
  await Promise.all(
    missing(i18n, namespaces, language).map(async (namespace) => {
      i18n.addResourceBundle(language, namespace, await wordsOf(language, namespace))
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
