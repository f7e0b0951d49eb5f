/** Stands where a secret was. */
const mark = 'REDACTED'

const secrets = /([?&;]sig=|\b(?:AccountKey|SharedAccessKey)=)[^&;\s#"'<>]+/gi

/** The same text without signatures of shared access addresses and keys of connection strings. */
export const redacted = (text: string) => text.replace(secrets, `$1${mark}`)

export const isRedacted = (text: string) => text.includes(mark)
