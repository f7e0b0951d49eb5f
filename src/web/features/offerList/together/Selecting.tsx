import { type ReactNode, useState } from 'react'
import type { ListName, OfferRow } from '../../../../contract/offerList.ts'
import { WithWords } from '../../../i18n/WithWords.tsx'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../../../ui/Lazy.tsx'
import { keyOf, type Selected, SelectionContext } from './selection.ts'

const bar = lazyCode(
  () => import('./SelectionBar.tsx'),
  ({ SelectionBar }) => SelectionBar,
)

/** Lets offers of Approvals be selected; what can be done with them appears below the list. */
export function Selecting({ list, children }: { list: ListName; children: ReactNode }) {
  const [selected, setSelected] = useState<Selected>(new Map())
  if (list !== 'approvals') return children
  function toggle(offer: OfferRow) {
    const key = keyOf(offer)
    const others = [...selected].filter(([other]) => other !== key)
    setSelected(new Map(selected.has(key) ? others : [...others, [key, offer]]))
  }
  return (
    <SelectionContext value={{ selected, toggle }}>
      {children}
      {selected.size > 0 && (
        <ErrorBoundary fallback={() => null}>
          <WithWords words={['lists', 'status']}>
            <Lazy code={bar} props={{ selected, onSelect: setSelected }} />
          </WithWords>
        </ErrorBoundary>
      )}
    </SelectionContext>
  )
}
