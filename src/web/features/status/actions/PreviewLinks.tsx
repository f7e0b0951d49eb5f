import { useTranslation } from 'react-i18next'
import type { Link } from '../../../../contract/status.ts'
import { OutsideLink } from '../../../words/OutsideLink.tsx'

/** The preview to check before Go Live; `LinksPanel` names the storefront of each. */
export function PreviewLinks({ links }: { links: readonly Link[] }) {
  const { t } = useTranslation('status')
  return links.map(({ uri, displayText }) => (
    <div key={uri}>
      <OutsideLink href={uri} label={links.length === 1 ? t('links.openPreview') : displayText} />
    </div>
  ))
}
