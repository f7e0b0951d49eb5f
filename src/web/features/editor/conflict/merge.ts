import type { Definition } from '../../../../contract/offers.ts'
import { isSame } from '../values.ts'

/** One value of an offer or of a plan; the whole plan where `target` is `plans`. */
export type Place = { target: string; plan?: string | undefined }

/** A place that two people changed in different ways since `base`. */
export type Difference = Place & { mine: unknown; theirs: unknown }

type Parts = ReadonlyMap<string, Place & { value: unknown }>

const keyOf = ({ target, plan }: Place) => JSON.stringify([plan, target])

function partsOf({ displayText, offer, plans }: Definition): Parts {
  const parts = [
    { target: 'displayText', value: displayText },
    ...Object.entries(offer).map(([target, value]) => ({ target, value })),
    ...plans.flatMap((plan) =>
      Object.entries(plan).map(([name, value]) => ({ target: `plans.${name}`, plan: plan.planId, value })),
    ),
  ]
  return new Map(parts.map((part) => [keyOf(part), part]))
}

/** The places where a later content differs from an earlier one. */
export function changesOf(earlier: Definition, later: Definition): Place[] {
  const [before, after] = [partsOf(earlier), partsOf(later)]
  return [...new Map([...before, ...after])]
    .filter(([key]) => !isSame(before.get(key)?.value, after.get(key)?.value))
    .map(([, { target, plan }]) => (plan === undefined ? { target } : { target, plan }))
}

/** Where both changed the same place, and not in the same way. */
export function differencesOf(base: Definition, mine: Definition, theirs: Definition): Difference[] {
  const [ours, others] = [partsOf(mine), partsOf(theirs)]
  const changedByThem = new Set(changesOf(base, theirs).map(keyOf))
  return changesOf(base, mine)
    .filter((place) => changedByThem.has(keyOf(place)))
    .map((place) => ({
      ...place,
      mine: ours.get(keyOf(place))?.value,
      theirs: others.get(keyOf(place))?.value,
    }))
    .filter(({ mine, theirs }) => !isSame(mine, theirs))
}

/** Their content with my changes; where both changed a place, `prefersMine` decides. */
export function merged(
  base: Definition,
  mine: Definition,
  theirs: Definition,
  prefersMine: (place: Place) => boolean,
): Definition {
  const changedByThem = new Set(changesOf(base, theirs).map(keyOf))
  const ours = partsOf(mine)
  const result = new Map(partsOf(theirs))
  for (const place of changesOf(base, mine)) {
    const key = keyOf(place)
    if (changedByThem.has(key) && !prefersMine(place)) continue
    const part = ours.get(key)
    if (part) result.set(key, part)
    else result.delete(key)
  }
  const parts = [...result.values()]
  const planIds = [...new Set([...idsOf(mine), ...idsOf(theirs)])]
  return {
    displayText: String(result.get(keyOf({ target: 'displayText' }))?.value),
    offer: contentOf(parts.filter(({ target, plan }) => plan === undefined && target !== 'displayText')),
    plans: planIds
      .map((id) => contentOf(parts.filter(({ plan }) => plan === id)))
      .flatMap((plan) => (typeof plan.planId === 'string' ? [{ ...plan, planId: plan.planId }] : [])),
  }
}

const idsOf = ({ plans }: Definition) => plans.map(({ planId }) => planId)

const contentOf = (parts: (Place & { value: unknown })[]): Record<string, unknown> =>
  Object.fromEntries(
    parts.map(({ target, plan, value }) => [plan === undefined ? target : target.slice('plans.'.length), value]),
  )
