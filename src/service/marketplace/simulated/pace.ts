import { createHash } from 'node:crypto'
import { offerTypeById } from '../../offerTypes/catalogue.ts'
import { found } from '../../problems.ts'
import type { World } from '../../publishing/schedule.ts'
import type { StepState, Submission } from '../../publishing/submission.ts'
import type { Facts } from '../marketplace.ts'

/** The parameters of the simulated marketplace for one version of an offer. `pace`: seconds an automated step takes on average. */
export const worldAt =
  (pace: number) =>
  async ({ offer, definition }: Pick<Facts, 'offer' | 'definition'>, version: number): Promise<World> => ({
    offerType: found(offerTypeById(offer.offer_type_id), `Offer type ${offer.offer_type_id}`),
    definition: await definition(version),
    held: offer.held === 1,
    duration: durationAt(pace),
  })

/** The same step of the same submission always takes as long: half to one and a half times the average. People need four times as long. */
const durationAt =
  (pace: number) =>
  (step: StepState, submission: Pick<Submission, 'id'>): number => {
    const spread = createHash('sha256').update(`${submission.id} ${step.id}`).digest().readUInt16BE() / 65_536
    return pace * 1_000 * (0.5 + spread) * (step.actor === 'microsoft' ? 4 : 1)
  }
