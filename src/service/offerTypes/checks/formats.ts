import { emailList } from '../../../contract/publish.ts'
import { textOf } from './fields.ts'

export const isWebAddress = (value: unknown) => /^https?:$/.test(URL.parse(textOf(value))?.protocol ?? '')

export const isEmail = (value: unknown) => textOf(value).length <= 254 && emailList(textOf(value))?.length === 1
