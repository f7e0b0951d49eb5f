import type { ScheduleGoLive } from './goLiveSchedule.ts'

const day = 86_400_000
export const longestDays = 90

export type ScheduleFault = 'unknownZone' | 'noSuchTime' | 'timePassed' | 'timeTooFar'

type LocalTime = Pick<ScheduleGoLive, 'date' | 'time' | 'zone'>

/** The moment that is meant, or what is wrong with it. When clocks are set back a time comes twice: the first is meant. */
export function momentOf(local: LocalTime, now: Date): { moment: Date; isTwice: boolean } | { fault: ScheduleFault } {
  if (!isZone(local.zone)) return { fault: 'unknownZone' }
  const [first, second] = momentsOf(local)
  if (first === undefined) return { fault: 'noSuchTime' }
  if (first <= now.getTime()) return { fault: 'timePassed' }
  if (first > now.getTime() + longestDays * day) return { fault: 'timeTooFar' }
  return { moment: new Date(first), isTwice: second !== undefined }
}

/** The moments at which the clocks of the zone show this time: none while they are set forward, two when they are set back. */
function momentsOf({ date, time, zone }: LocalTime): number[] {
  const shown = Date.parse(`${date}T${time}:00.000Z`)
  const candidates = [-day, day].map((shift) => shown - offsetAt(shown + shift, zone))
  return [...new Set(candidates)].filter((moment) => moment + offsetAt(moment, zone) === shown).sort((a, b) => a - b)
}

/** How many milliseconds the clocks of the zone are ahead of UTC. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return shown - Math.floor(moment / 1000) * 1000
}

function isZone(zone: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: zone }))
  } catch {
    return false
  }
}
