import { createContext } from 'react'
import type { OfferRow } from '../../../../contract/offerList.ts'

/** The offers that the reader has selected, by `keyOf`, as they were then. */
export type Selected = ReadonlyMap<string, OfferRow>

type Selection = { selected: Selected; toggle: (offer: OfferRow) => void }

/** Absent where nothing can be selected. */
export const SelectionContext = createContext<Selection | undefined>(undefined)

export const keyOf = ({ publisherId, offerId }: Pick<OfferRow, 'publisherId' | 'offerId'>) =>
  `${publisherId}/${offerId}`

/** The element that selects an offer. */
export const checkboxId = (key: string) => `select ${key}`
