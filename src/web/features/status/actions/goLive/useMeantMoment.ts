import type { ScheduleGoLive } from '../../../../../contract/goLiveSchedule.ts'
import { momentOf, type ScheduleFault } from '../../../../../contract/scheduledMoment.ts'
import { serviceTime } from '../../../../clock.ts'
import { useNow } from '../../../../ui/useNow.ts'

/** What a person has chosen: a day, a time and a zone. */
export type Choice = Pick<ScheduleGoLive, 'date' | 'time' | 'zone'>

export type Meant = { moment: Date; isTwice: boolean } | { fault: ScheduleFault | 'missing' }

/** The moment of the choice by the service's clock, or what is wrong with it. */
export function useMeantMoment(choice: Choice): Meant {
  const now = useNow(10_000, serviceTime)
  return choice.date && choice.time ? momentOf(choice, new Date(now)) : { fault: 'missing' }
}
