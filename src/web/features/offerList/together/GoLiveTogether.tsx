import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { OfferRow } from '../../../../contract/offerList.ts'
import { ConfirmForm } from '../../../ui/dialogs/ConfirmForm.tsx'
import { DialogFrame } from '../../../ui/dialogs/DialogFrame.tsx'
import { OfferToGoLive } from './OfferToGoLive.tsx'
import { keyOf } from './selection.ts'
import { useTogether } from './useTogether.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxHeight: '50vh',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
})

type Props = { offers: readonly OfferRow[]; onClose: (done: readonly string[]) => void }

/** Asks once for several offers, each listed with what changes; then says of each one what became of it. */
export function GoLiveTogether({ offers, onClose }: Props) {
  const styles = useStyles()
  const { t } = useTranslation(['lists', 'status', 'common'])
  const { items, send } = useTogether(offers)
  const of = (...states: string[]) => items.filter(({ state }) => states.includes(state))
  const [open, failed, done] = [of('ready'), of('refused', 'unknown'), of('done')]
  const isBusy = of('loading', 'sending', 'asking').length > 0
  const isSent = items.some(({ state }) => ['sending', 'asking', 'refused', 'unknown', 'done'].includes(state))
  const next = open.length > 0 ? open : failed
  const close = () => onClose(done.map(({ offer }) => keyOf(offer)))
  return (
    <DialogFrame onClose={close}>
      <ConfirmForm
        cancel={isSent ? t('common:close') : t('status:goLive.dismiss')}
        confirm={
          isBusy && isSent
            ? t('status:sending')
            : next.length > 0
              ? t(open.length > 0 ? 'together.confirm' : 'together.again', { count: next.length })
              : undefined
        }
        isFinal
        onClose={close}
        onConfirm={() => send(next)}
        pending={isBusy}
        title={t('together.title', { count: items.length })}
      >
        <span>{t('together.text')}</span>
        <ul className={styles.list}>
          {items.map((item) => (
            <OfferToGoLive key={keyOf(item.offer)} item={item} />
          ))}
        </ul>
        <span role="status">
          {isSent && t('together.result', { done: done.length, all: items.length, failed: failed.length })}
        </span>
        {!isSent && <span>{t('status:goLive.final')}</span>}
      </ConfirmForm>
    </DialogFrame>
  )
}
