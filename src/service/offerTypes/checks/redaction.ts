/** Stands where a secret was. */
const mark = 'REDACTED'

/** Signatures and keys in an address's query, and keys and passwords in connection strings. */
const values =
  /([?&;](?:sig|code|key|token|access_token|api_?key|password|secret|client_secret)=|\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)=)[^&;\s#"'<>]+/gi
/** What stands before the host of an address: the password after a user's name, or a token alone. */
const credentials = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/(?:[^\s/?#@:"'<>]*:)?)[^\s/?#"'<>]+@/gi

/** The same text without the secrets of its addresses and connection strings. */
export const redacted = (text: string) => text.replace(values, `$1${mark}`).replace(credentials, `$1${mark}@`)

export const isRedacted = (text: string) => text.includes(mark)
