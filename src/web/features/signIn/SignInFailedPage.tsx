import { PersonProhibitedRegular } from '@fluentui/react-icons/svg/person-prohibited'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { signInAddress, signInFailures } from '../../../contract/signIn.ts'
import { StatePage } from '../../ui/StatePage.tsx'
import { SignInLink } from './SignInLink.tsx'

/** Why a person was not signed in, and the way to try again. */
export function SignInFailedPage() {
  const { t } = useTranslation('account')
  const [search] = useSearchParams()
  const reason = signInFailures.find((known) => known === search.get('reason')) ?? 'invalid'
  const address = signInAddress(search.get('returnTo') ?? '/', reason === 'noAccess')
  const again = <SignInLink to={address}>{t('failed.again')}</SignInLink>
  return (
    <main>
      <title>{t('failed.title')}</title>
      <StatePage
        as="h1"
        icon={<PersonProhibitedRegular />}
        title={t('failed.title')}
        text={t(`failed.reason.${reason}`)}
        action={again}
      />
    </main>
  )
}
