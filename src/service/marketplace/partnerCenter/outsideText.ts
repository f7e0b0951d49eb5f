/** Signatures of file addresses, keys of storage accounts and tokens give access: they are never stored, shown or logged. */
const secrets: [pattern: RegExp, kept: string][] = [
  [/(sig(?:=|%3D|%253D))[^&\s"'<>]+/gi, '$1…'],
  [/((?:AccountKey|SharedAccessSignature|client_secret)\s*=\s*)[^;&\s"'<>]+/gi, '$1…'],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '…'],
]

/** Text from Partner Center in a form that can be stored and shown: a line of limited length without secrets. */
export const outsideText = (text: string, longest: number): string =>
  secrets
    .reduce((rest, [pattern, kept]) => rest.replaceAll(pattern, kept), text.slice(0, longest * 4))
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, longest)
    .toWellFormed()
    .trim()
