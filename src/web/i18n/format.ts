const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const once = <Format>(make: (language: string) => Format) => {
  const made = new Map<string, Format>()
  return (language: string) => {
    const format = made.get(language) ?? make(language)
    made.set(language, format)
    return format
  }
}

const dayAndTime = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const
const short = once((language) => new Intl.DateTimeFormat(language, dayAndTime))
const shortWithYear = once((language) => new Intl.DateTimeFormat(language, { ...dayAndTime, year: 'numeric' }))
const full = once((language) => new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' }))
const clock = once((language) => new Intl.DateTimeFormat(language, { timeStyle: 'medium' }))
const relative = once((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))
const list = once((language) => new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }))
const number = once((language) => new Intl.NumberFormat(language))
const unitFormats = once(
  (language) => (unit: string) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }),
)

/** "Nov 20, 12:03 PM" in the reader's language and time zone, with the year of another year; other text as it is. */
export const shortTime = (time: string, language: string) =>
  dated(time, new Date(time).getFullYear() === new Date().getFullYear() ? short(language) : shortWithYear(language))
/** The same moment with weekday, seconds and time zone. */
export const fullTime = (time: string, language: string) => dated(time, full(language))
export const clockTime = (milliseconds: number, language: string) => clock(language).format(milliseconds)
export const count = (amount: number, language: string) => number(language).format(amount)

const dated = (time: string, format: Intl.DateTimeFormat) =>
  Number.isNaN(Date.parse(time)) ? time : format.format(new Date(time))

const units = [
  ['day', day],
  ['hour', hour],
  ['minute', minute],
  ['second', 1000],
] as const

/** "2 days 3 hr": the two largest units that say something. */
export function duration(milliseconds: number, language: string) {
  let rest = Math.max(0, milliseconds)
  const first = units.findIndex(([, size]) => rest >= size)
  const parts = (first < 0 ? units.slice(-1) : units.slice(first, first + 2)).map(([unit, size], index) => {
    const amount = Math.floor(rest / size)
    rest -= amount * size
    return amount > 0 || (index === 0 && first < 0) ? unitFormats(language)(unit).format(amount) : undefined
  })
  return list(language).format(parts.filter((part) => part !== undefined))
}

/** "5 seconds ago", in steps that let the eye rest: five seconds, then minutes, then hours. */
export function age(milliseconds: number, language: string) {
  const past = Math.max(0, milliseconds)
  if (past < minute) return relative(language).format(-Math.floor(past / 5000) * 5, 'second')
  if (past < hour) return relative(language).format(-Math.floor(past / minute), 'minute')
  return relative(language).format(-Math.floor(past / hour), 'hour')
}
