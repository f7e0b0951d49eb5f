import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { OfferRow } from '../../../contract/offerList.ts'
import { type CameFrom, paths } from '../../paths.ts'
import { PageLink } from '../../ui/PageLink.tsx'

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'inline-flex', color: tokens.colorNeutralForeground1, minWidth: 0 },
})

type Props = { offer: OfferRow; strong?: boolean; children: ReactNode }

/** Links to the offer's Status tab, and keeps the way back to the list with its filters. */
export function OfferLink({ offer, strong, children }: Props) {
  const styles = useStyles()
  const { pathname, search } = useLocation()
  return (
    <PageLink
      className={strong ? styles.strong : styles.quiet}
      state={{ from: pathname + search } satisfies CameFrom}
      to={paths.status(offer.publisherId, offer.offerId)}
    >
      {children}
    </PageLink>
  )
}
