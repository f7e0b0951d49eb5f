import { savedPreference, savePreference } from '../preferences.ts'

/** The zone where the reader is, or UTC, which logs and colleagues abroad share. */
export const timeZones = ['local', 'utc'] as const
export type TimeZone = (typeof timeZones)[number]

const listeners = new Set<() => void>()
let chosen: TimeZone = timeZones.find((zone) => zone === savedPreference('timeZone')) ?? 'local'

export const chosenTimeZone = () => chosen

export function chooseTimeZone(zone: TimeZone) {
  chosen = zone
  savePreference('timeZone', zone)
  for (const listener of listeners) listener()
}

export function onTimeZone(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
