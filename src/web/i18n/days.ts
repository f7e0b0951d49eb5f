import { chosenTimeZone } from './timeZone.ts'

/** When a day begins in the reader's time zone: the day of `time`, or one that lies so many days before it. */
export function startOfDay(time: number, daysBefore = 0): number {
  const day = new Date(time)
  if (chosenTimeZone() === 'utc')
    return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - daysBefore)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBefore).getTime()
}
