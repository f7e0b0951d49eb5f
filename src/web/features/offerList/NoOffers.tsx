import { Button } from '@fluentui/react-components'
import { BoxRegular } from '@fluentui/react-icons/svg/box'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { useTranslation } from 'react-i18next'
import type { OfferListQuery } from '../../../contract/offerList.ts'
import type { ListName } from '../../api/offerList.ts'
import { StatePage } from '../../ui/StatePage.tsx'
import { isFiltered } from './filter.ts'

type Props = { list: ListName; filter: OfferListQuery; total: number; onChange: (part: OfferListQuery) => void }

/** Nothing there, nothing that matches, and nothing on this page are three different things to say. */
export function NoOffers({ list, filter, total, onChange }: Props) {
  const { t } = useTranslation('offers')
  if (total > 0) {
    const action = <Button onClick={() => onChange({})}>{t('empty.page.action')}</Button>
    return <StatePage icon={<BoxRegular />} title={t('empty.page.title')} text={t('empty.page.text')} action={action} />
  }
  if (isFiltered(filter)) {
    const all = { q: undefined, status: undefined, type: undefined, publisher: undefined }
    const action = <Button onClick={() => onChange(all)}>{t('filter.clear')}</Button>
    const title = t('empty.filtered.title')
    return <StatePage icon={<SearchRegular />} title={title} text={t('empty.filtered.text')} action={action} />
  }
  return <StatePage icon={<BoxRegular />} title={t(`empty.${list}.title`)} text={t(`empty.${list}.text`)} />
}
