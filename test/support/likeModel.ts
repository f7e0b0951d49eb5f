import { expect } from 'vitest'
import type { Definition, Offer } from '../../src/contract/offers.ts'
import type { OfferStatus } from '../../src/contract/status.ts'
import * as content from '../../src/service/demo/content.ts'
import * as model from './model.ts'
import type { Service } from './service.ts'

/** Holds the real service, so that a restart can replace it. */
export type Real = { service: Service; place: string }
const faulty: Record<string, (whole: Definition) => Definition> = {
  'microsoft-azure-virtualmachines': content.withBrokenSas,
  'microsoft-azure-applications': content.withoutUsageAttribution,
  'microsoft-consulting-services': content.withoutLeadDestination,
  'microsoft-azure-saas': content.withoutLeadDestination,
  'microsoft-dynamics365-businesscentral': content.withAppJsonMismatch,
}
export const contentOf = ({ offerTypeId }: model.ModelOffer, fault: model.Fault) => {
  const whole = content.sampleDefinition(offerTypeId, 'Sample')
  if (fault === 'incomplete') return content.incomplete(whole)
  return (fault === 'atAStep' && faulty[offerTypeId]?.(whole)) || whole
}

const documented = (path: string) => `${path}?api-version=2017-10-31`
export const at = ({ offerId }: model.ModelOffer, rest = '') =>
  documented(`/api/publishers/contoso/offers/${offerId}${rest}`)
const read = async <T>({ service }: Real, path: string): Promise<T> => {
  const response = await service.request(path)
  expect(response.status).toBe(200)
  return response.json()
}
export const post = async ({ service }: Real, path: string, body: unknown = {}, as: 'avery' | 'operator' = 'avery') =>
  (await service.request(path, { method: 'POST', body: JSON.stringify(body), as })).status
export const operate = (real: Real, { offerId }: model.ModelOffer, action: string, body?: unknown) =>
  post(real, `/api/portal/marketplace/publishers/contoso/offers/${offerId}/${action}`, body, 'operator')

/** Compares everything that the service says about the offer with the model. */
export async function compare(offer: model.ModelOffer, real: Real) {
  const { attempt } = offer
  const status = await read<OfferStatus>(real, at(offer, '/status'))
  const slot = async (name: string) => {
    const response = await real.service.request(at(offer, `/slot/${name}`))
    return response.status === 404 ? undefined : ((await response.json()) as Offer).version
  }
  const submissions = await read<{ submissionState: string; version: number }[]>(real, at(offer, '/submissions/'))
  const history = await read<{ total: number }>(real, `/api/portal/history?publisher=contoso&offer=${offer.offerId}`)
  const canceledByMicrosoft = status.steps.filter((step) => step.status === 'canceled').length
  expect({
    status: status.status,
    steps: status.steps.map((step) => (step.status === 'canceled' ? 'notStarted' : step.status)),
    actions: [status.actions?.publish, status.actions?.goLive, status.actions?.cancel].map((action) => action?.allowed),
    complete: status.actions?.publish.problems.length === 0,
    indicator: status.offer?.indicator,
    liveVersion: status.offer?.liveVersion,
    slots: [await slot('draft'), await slot('Preview'), await slot('PRODUCTION')],
    submissions: submissions.length,
    latest: submissions[0] && [submissions[0].submissionState, submissions[0].version],
    events: history.total,
  }).toEqual({
    status: attempt?.state ?? 'neverPublished',
    steps: model.stepStatuses(offer),
    actions: [!model.runs(offer), model.mayGoLive(offer), model.mayCancel(offer)],
    complete: offer.faults[offer.draft - 1] !== 'incomplete',
    indicator: model.indicatorOf(offer),
    liveVersion: offer.delisted ? undefined : offer.live,
    slots: [offer.draft, offer.preview, offer.delisted ? undefined : offer.live],
    submissions: offer.attempts,
    latest: attempt && [attempt.state, attempt.revision],
    events: offer.events,
  })
  expect(canceledByMicrosoft === 0 || attempt?.state === 'canceled').toBe(true)
}

export async function create(offer: model.ModelOffer, { service }: Real) {
  const body = JSON.stringify({ offerTypeId: offer.offerTypeId, definition: contentOf(offer, 'none') })
  expect((await service.request(at(offer), { method: 'PUT', body })).status).toBe(201)
}
