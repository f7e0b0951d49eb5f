/** How long a step is expected to take: `max` alone means "less than", both mean a range. */
export type Estimate = { min?: number; max: number; unit: EstimateUnit }
export type EstimateUnit = keyof typeof milliseconds

const milliseconds = { minutes: 60_000, hours: 3_600_000, days: 86_400_000, weeks: 604_800_000 }
const units: Record<string, EstimateUnit> = { min: 'minutes', hour: 'hours', day: 'days', week: 'weeks' }

/** Reads "< 5 days", "~2-3 days", "15 min", "1 week"; undefined for any other text (D17). */
export function parseEstimate(text: string): Estimate | undefined {
  const match = /^\s*[<~≤]?\s*(?:(\d+)\s*[-–]\s*)?(\d+)\s*(min|hour|day|week)(?:ute)?s?\s*$/i.exec(text)
  if (!match) return undefined
  const [, min, max, unit] = match
  return { ...(min && { min: Number(min) }), max: Number(max), unit: units[unit!.toLowerCase()]! }
}

/** Milliseconds after which a step with this estimate is overdue. */
export const upperBound = ({ max, unit }: Estimate) => max * milliseconds[unit]
