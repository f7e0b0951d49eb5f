import { indicatorShown } from '../../../../contract/indicators.ts'
import type { OfferStatus } from '../../../../contract/status.ts'
import type { ActionName } from '../../../api/actions.ts'

/** Actions that share a line: all possible, or all refused for the same reason. */
export type ActionLine = { actions: ActionName[]; isAllowed: boolean; reason?: string | undefined }

const always = ['goLive', 'publish', 'cancel'] as const satisfies readonly ActionName[]

/** What is possible first, then the rest, one line for each reason. */
export function actionLines({ actions }: Pick<OfferStatus, 'actions'>): ActionLine[] {
  const all = [...always, ...(actions?.delist ? (['delist'] as const) : [])]
  const possible = all.filter((action) => actions?.[action]?.allowed)
  const refused = Map.groupBy(
    all.filter((action) => !possible.includes(action)),
    (action) => actions?.[action]?.reason,
  )
  return [
    ...(possible.length > 0 ? [{ actions: possible, isAllowed: true }] : []),
    ...[...refused].map(([reason, actions]) => ({ actions, isAllowed: false, reason })),
  ]
}

/** What the publisher most likely came for: not Publish while customers already find the offer, nor Go Live that is scheduled. */
export const isLeading = (action: ActionName, status: OfferStatus) =>
  (action === 'goLive' && !status.goLiveSchedule) || (action === 'publish' && indicatorShown(status) !== 'live')
