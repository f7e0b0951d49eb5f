/** Stands where a secret was. */
export const redactedMark = 'REDACTED'

const secrets = [
  /([?&;]sig=)[^&\s#"'<>]+/gi,
  /\b((?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)=)[^;\s"'<>]+/gi,
]

/** The same text without signatures of shared access addresses and keys of connection strings. */
export const redacted = (text: string) =>
  secrets.reduce((clean, secret) => clean.replace(secret, `$1${redactedMark}`), text)

export const isRedacted = (text: string) => text.includes(redactedMark)
