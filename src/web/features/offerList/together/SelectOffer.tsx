import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferRow } from '../../../../contract/offerList.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { mayAct, sessionQuery } from '../../../api/session.ts'
import { checkboxId, keyOf, SelectionContext } from './selection.ts'

const useStyles = makeStyles({
  box: { width: '18px', height: '18px', margin: '3px', flexShrink: 0, cursor: 'pointer' },
})

/** Selects an offer that awaits the reader's sign-off. */
export function SelectOffer({ offer }: { offer: OfferRow }) {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const selection = useContext(SelectionContext)
  const { data: isMine } = useQuery({ ...sessionQuery, ...withoutPolling, select: mayAct(offer.publisherId) })
  const key = keyOf(offer)
  if (!selection || !isMine || offer.indicator !== 'awaitingSignoff') return null
  return (
    <input
      aria-label={t('select', { name: offer.name })}
      checked={selection.selected.has(key)}
      className={styles.box}
      id={checkboxId(key)}
      onChange={() => selection.toggle(offer)}
      type="checkbox"
    />
  )
}
