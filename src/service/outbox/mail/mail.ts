import type { Language } from '../../../contract/languages.ts'

export type Mail = {
  sender: string
  recipients: string[]
  language: Language
  subject: string
  text: string
  html: string
}
