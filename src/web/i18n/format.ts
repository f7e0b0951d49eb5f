import { chosenTimeZone } from './timeZone.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Formats are slow to make. One that was made keeps its time zone, so a journey to another zone needs another one. */
const once = <Format>(make: (language: string) => Format) => {
  const made = new Map<string, Format>()
  return (language: string) => {
    const key = `${language} ${chosenTimeZone()} ${new Date().getTimezoneOffset()}`
    const format = made.get(key) ?? make(language)
    made.set(key, format)
    return format
  }
}

const inZone = (options: Intl.DateTimeFormatOptions) =>
  once((language) => {
    const zone = chosenTimeZone() === 'utc' ? { timeZone: 'UTC' } : {}
    return new Intl.DateTimeFormat(language, { ...options, ...zone })
  })

/** French writes 09:12 where the others write 9:12. A time in UTC says so. */
const dayAndTime = (language: string) =>
  ({
    ...(chosenTimeZone() === 'utc' && ({ timeZone: 'UTC', timeZoneName: 'short' } as const)),
    month: 'short',
    day: 'numeric',
    hour: language.startsWith('fr') ? '2-digit' : 'numeric',
    minute: '2-digit',
  }) as const
const short = once((language) => new Intl.DateTimeFormat(language, dayAndTime(language)))
const shortWithYear = once(
  (language) => new Intl.DateTimeFormat(language, { ...dayAndTime(language), year: 'numeric' }),
)
const full = inZone({ dateStyle: 'full', timeStyle: 'long' })
const weekdayAndTime = inZone({ weekday: 'long', hour: 'numeric', minute: '2-digit' })
const weekday = inZone({ weekday: 'long', month: 'long', day: 'numeric' })
const dateWithYear = inZone({ dateStyle: 'full' })
const clock = inZone({ timeStyle: 'medium' })
/** The long Chinese form says "5 秒钟前", the short one "5 秒前". */
const relative = once(
  (language) => new Intl.RelativeTimeFormat(language, { style: language.startsWith('zh') ? 'short' : 'long' }),
)
const days = inZone({ month: 'short', day: 'numeric' })
const lists = once((language) => new Intl.ListFormat(language, { type: 'conjunction' }))
const number = once((language) => new Intl.NumberFormat(language))
const unitFormats = once((language) => {
  const made: Record<string, Intl.NumberFormat> = {}
  return (unit: string) => {
    made[unit] ??= new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' })
    return made[unit]
  }
})

/** "Nov 20, 12:03 PM" in the reader's language and time zone, with the year of another year; other text as it is. */
export const shortTime = (time: string, language: string) =>
  dated(time, new Date(time).getFullYear() === new Date().getFullYear() ? short(language) : shortWithYear(language))
/** The same moment with weekday, seconds and time zone. */
export const fullTime = (time: string, language: string) => dated(time, full(language))
/** The same moment as the clocks of another zone show it. */
export const timeInZone = (time: string, language: string, timeZone: string) =>
  dated(time, new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long', timeZone }))
/** "Friday, November 20" in the reader's language and time zone, with the year of another year. */
export const dayName = (time: string, language: string) =>
  dated(time, new Date(time).getFullYear() === new Date().getFullYear() ? weekday(language) : dateWithYear(language))
/** "Friday 5:40 PM" within the last days, else the date and time. */
export const sinceTime = (time: string, language: string, now = Date.now()) =>
  now - Date.parse(time) < 6 * day ? dated(time, weekdayAndTime(language)) : shortTime(time, language)
export const clockTime = (milliseconds: number, language: string) => clock(language).format(milliseconds)
/** "Nov 26 – 29", or one day alone. */
export const dayRange = (from: number, to: number, language: string) => days(language).formatRange(from, to)
export const listed = (items: readonly string[], language: string) => lists(language).format(items)
export const count = (amount: number, language: string) => number(language).format(amount)

/** Chinese puts a space between a number and its unit; Intl leaves it out. */
const spaced = (text: string) => text.replace(/(?<=\d)(?=\p{Script=Han})/gu, '\u00a0')

const dated = (time: string, format: Intl.DateTimeFormat) =>
  Number.isNaN(Date.parse(time)) ? time : format.format(new Date(time))

const units = [
  ['day', day],
  ['hour', hour],
  ['minute', minute],
  ['second', 1000],
] as const

/** "2 days 3 hr" on one line: the two largest units that are not zero. */
export function duration(milliseconds: number, language: string) {
  let rest = Math.max(0, milliseconds)
  const first = units.findIndex(([, size]) => rest >= size)
  const parts = (first < 0 ? units.slice(-1) : units.slice(first, first + 2)).map(([unit, size], index) => {
    const amount = Math.floor(rest / size)
    rest -= amount * size
    return amount > 0 || (index === 0 && first < 0) ? spaced(unitFormats(language)(unit).format(amount)) : undefined
  })
  return parts
    .filter((part) => part !== undefined)
    .join(' ')
    .replaceAll(' ', '\u00a0')
}

/** "1 day": the largest unit, and at least a minute. */
export function roughDuration(milliseconds: number, language: string) {
  const [unit, size] = units.find(([, size]) => milliseconds >= size && size >= minute) ?? ['minute', minute]
  return together(unitFormats(language)(unit).format(Math.max(1, Math.floor(milliseconds / size))))
}

/** "2–3 days", or "< 5 days" without a minimum. */
export function range({ min, max, unit }: { min?: number; max: number; unit: string }, language: string) {
  const format = unitFormats(language)(unit.replace(/s$/, ''))
  return together(min === undefined ? `< ${format.format(max)}` : format.formatRange(min, max))
}

/** Stays on one line. */
const together = (text: string) => spaced(text).replaceAll(' ', '\u00a0')

/** "5 seconds ago", in steps that do not distract: five seconds, then minutes, hours, days; undefined before the first step. */
export function age(milliseconds: number, language: string) {
  if (milliseconds < 5000) return undefined
  if (milliseconds < minute) return ago(Math.floor(milliseconds / 5000) * 5, 'second', language)
  if (milliseconds < hour) return ago(Math.floor(milliseconds / minute), 'minute', language)
  if (milliseconds < 2 * day) return ago(Math.floor(milliseconds / hour), 'hour', language)
  return ago(Math.floor(milliseconds / day), 'day', language)
}

const ago = (amount: number, unit: 'second' | 'minute' | 'hour' | 'day', language: string) =>
  spaced(relative(language).format(-amount, unit))
