import { languageFrom } from '../../contract/languages.ts'

/** Words of one language among the files that the built page names. */
const words = /<link rel="modulepreload"[^>]*? hreflang="([^"]+)"[^>]*>/g
/** Where All offers opens, which asks for the list without filters. */
const opensList = /^\/(?:offers)?$/

/** What a browser says of the page that it asks for. */
type Visit = { address: string; languages: string | undefined }

/** Lets the browser fetch words and first answers while the page's code travels, which would ask for them later. */
export function withPreloads(html: string, { address, languages = '' }: Visit) {
  const wished = languageFrom(
    undefined,
    languages.split(',').map((language) => language.split(';')[0]!.trim()),
  )
  const { pathname, search } = new URL(address)
  const answers = ['/api/portal/session', ...(opensList.test(pathname) && !search ? ['/api/portal/offers'] : [])]
  const links = answers.map((answer) => `<link rel="preload" as="fetch" crossorigin href="${answer}">`)
  return html
    .replace(words, (link, language) => (language === wished ? link : ''))
    .replace('<title>', `${links.join('')}<title>`)
}
