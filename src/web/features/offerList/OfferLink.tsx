import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { OfferRow } from '../../../contract/offerList.ts'
import type { ListName } from '../../api/offerList.ts'
import { type CameFrom, paths } from '../../paths.ts'
import { PageLink } from '../../ui/PageLink.tsx'

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'inline-flex', color: tokens.colorNeutralForeground1, minWidth: 0 },
})

type Props = { offer: OfferRow; list: ListName; strong?: boolean; children: ReactNode }

/** Leads to the offer's Status tab, and remembers the list with its filters. */
export function OfferLink({ offer, list, strong, children }: Props) {
  const styles = useStyles()
  const { search } = useLocation()
  return (
    <PageLink
      className={strong ? styles.strong : styles.quiet}
      state={{ from: paths[list] + search } satisfies CameFrom}
      to={paths.status(offer.publisherId, offer.offerId)}
    >
      {children}
    </PageLink>
  )
}
