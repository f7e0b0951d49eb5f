import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { useTranslation } from 'react-i18next'
import { PageTitle } from '../page/PageTitle.tsx'
import { paths } from '../paths.ts'
import { PageLink } from '../ui/PageLink.tsx'
import { StatePage } from '../ui/StatePage.tsx'

export function NotFoundPage() {
  const { t } = useTranslation('problems')
  const home = <PageLink to={paths.offers}>{t('toOffers')}</PageLink>
  return (
    <>
      <PageTitle page={t('page.title')} />
      <StatePage as="h1" icon={<QuestionCircleRegular />} title={t('page.title')} text={t('page.text')} action={home} />
    </>
  )
}
