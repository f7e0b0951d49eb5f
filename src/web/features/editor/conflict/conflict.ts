import type { Draft } from '../../../../contract/draft.ts'
import type { Definition } from '../../../../contract/offers.ts'

/** What one person wanted to save over a draft that another saved in between. */
export type Conflict = {
  /** The draft that both began with. */
  base: Definition
  mine: Definition
  theirs: Definition
  saved: Draft['saved']
}
