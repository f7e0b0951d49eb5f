import { Button } from '@fluentui/react-components'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { useTranslation } from 'react-i18next'
import type { HistoryQuery } from '../../../contract/history.ts'
import { StatePage } from '../../ui/StatePage.tsx'
import { isFiltered } from './filter.ts'

type Props = { filter: HistoryQuery; total: number; onChange: (part: HistoryQuery) => void }

/** Nothing happened, nothing matches, and nothing is on this page are three different things to say. */
export function NoEvents({ filter, total, onChange }: Props) {
  const { t } = useTranslation(['history', 'offers'])
  if (total > 0) {
    const action = <Button onClick={() => onChange({})}>{t('offers:empty.page.action')}</Button>
    const title = t('offers:empty.page.title')
    return <StatePage icon={<HistoryRegular />} title={title} text={t('offers:empty.page.text')} action={action} />
  }
  if (isFiltered(filter)) {
    const clear = () => onChange({ publisher: undefined, type: undefined })
    const action = <Button onClick={clear}>{t('offers:filter.clear')}</Button>
    const title = t('empty.filtered.title')
    return <StatePage icon={<SearchRegular />} title={title} text={t('empty.filtered.text')} action={action} />
  }
  return <StatePage icon={<HistoryRegular />} title={t('empty.title')} text={t('empty.text')} />
}
