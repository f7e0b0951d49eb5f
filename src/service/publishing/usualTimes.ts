import { fewestAttempts, type UsualTime, type UsualTimes } from '../../contract/usualTimes.ts'
import type { StepState, Submission } from './submission.ts'

/** How long the steps of these submissions took, and each whole that went live; without what took the publisher's time. */
export function usualTimes(submissions: readonly Submission[]): UsualTimes {
  const took = Map.groupBy(submissions.flatMap(measured), ({ id }) => id)
  const steps = [...took].flatMap(([id, times]) => {
    const usual = usualTime(times.map(({ time }) => time))
    return usual ? [[id, usual] as const] : []
  })
  const wholes = submissions
    .filter(({ state }) => state === 'succeeded')
    .map((submission) => measured(submission).reduce((sum, { time }) => sum + time, 0))
  const whole = usualTime(wholes)
  return { steps: Object.fromEntries(steps), ...(whole && { whole }) }
}

const measured = ({ steps }: Pick<Submission, 'steps'>) =>
  steps.flatMap(({ id, actor, status, startedTime, endedTime }: StepState) =>
    status === 'complete' && actor !== 'publisher' && startedTime && endedTime
      ? [{ id, time: Date.parse(endedTime) - Date.parse(startedTime) }]
      : [],
  )

function usualTime(times: number[]): UsualTime | undefined {
  if (times.length < fewestAttempts) return undefined
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1]!
  return { median: at(0.5), ninetieth: at(0.9), count: sorted.length }
}
