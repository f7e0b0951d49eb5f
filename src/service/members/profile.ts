import type { ProfileChange, PublisherProfile } from '../../contract/publisherProfile.ts'
import { ProblemError } from '../problems.ts'
import { person } from '../publishing/actor.ts'
import { event } from '../publishing/transition.ts'
import { change } from '../store/changes.ts'
import { recordEvents } from '../store/history.ts'
import { publisherStore } from '../store/publishers.ts'
import type { ByOwner, MemberDeps } from './owners.ts'

/** Writes the profile unless another one is there than the owner read. */
export const changeProfile = (
  { db, now }: Pick<MemberDeps, 'db' | 'now'>,
  { publisherId, owner, wanted }: ByOwner & { wanted: ProfileChange },
): Promise<PublisherProfile> =>
  change(db, publisherId, async (open) => {
    const publishers = publisherStore(open.tx)
    const before = await publishers.profile(publisherId)
    if (before.version !== wanted.version)
      throw new ProblemError(
        'PreconditionFailed',
        'The profile was changed since you read it; nothing was overwritten.',
      )
    const changed = (['name', 'contacts', 'language'] as const).filter(
      (part) => String(before[part]) !== String(wanted[part]),
    )
    if (changed.length === 0) return before
    await publishers.setProfile(publisherId, { ...wanted, version: before.version + 1 })
    await recordEvents(open, {}, [event('PublisherChanged', person(owner.email), now(), { changed })])
    return publishers.profile(publisherId)
  })
