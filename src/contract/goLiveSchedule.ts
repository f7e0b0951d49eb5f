import * as z from 'zod/mini'

/** A day and a time of day as the clocks of a time zone show them, such as 2026-11-30, 09:00, Europe/Paris. */
export const ScheduleGoLive = z.object({
  /** The submission that was seen: another one is not scheduled (D22). */
  operationId: z.string().check(z.maxLength(200)),
  date: z.iso.date(),
  time: z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)),
  zone: z.string().check(z.minLength(1), z.maxLength(100)),
})
export type ScheduleGoLive = z.infer<typeof ScheduleGoLive>

export const UnscheduleGoLive = z.pick(ScheduleGoLive, { operationId: true })
export type UnscheduleGoLive = z.infer<typeof UnscheduleGoLive>

/** When an offer goes live by itself, and who decided so. */
export const GoLiveSchedule = z.object({
  time: z.string(),
  /** The time zone in which the time was chosen. */
  zone: z.string(),
  /** A person's address. */
  actor: z.string(),
  setTime: z.string(),
})
export type GoLiveSchedule = z.infer<typeof GoLiveSchedule>

/** Why a scheduled Go Live was not carried out. */
export type UnscheduledReason = 'canceled' | 'replaced' | 'role' | 'late' | 'refused'
