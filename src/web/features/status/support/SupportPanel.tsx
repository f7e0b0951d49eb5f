import { makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfferStatus } from '../../../../contract/status.ts'
import { withoutPolling } from '../../../api/polled.ts'
import { sessionQuery } from '../../../api/session.ts'
import type { OfferAddress } from '../../../paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useCopy } from '../../../ui/useCopy.ts'
import { OutsideLink } from '../../../words/OutsideLink.tsx'
import { supportRequest } from './supportRequest.ts'
import { useSupportText } from './useSupportText.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  text: { alignSelf: 'stretch' },
})

/** Copies what support needs to know of an attempt, and begins a request where the service names an address for it. */
export function SupportPanel({ offer, status }: { offer: OfferAddress; status: OfferStatus }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const { data: session } = useQuery({ ...sessionQuery, ...withoutPolling })
  const text = useSupportText(offer, status)
  const { copied, copy } = useCopy()
  const request = session?.support && supportRequest(session.support, text)

  return (
    <Panel title={t('support.title')}>
      <div className={styles.content}>
        <Button onClick={() => void copy(text.body)}>{t('support.copy')}</Button>
        <span role="status">{copied && t(`support.copied.${copied}`)}</span>
        {copied === 'no' && (
          <Textarea
            aria-label={t('support.label')}
            className={styles.text}
            onFocus={({ target }) => target.select()}
            readOnly
            rows={6}
            value={text.body}
          />
        )}
        {request && <OutsideLink href={request} label={t('support.request')} />}
      </div>
    </Panel>
  )
}
