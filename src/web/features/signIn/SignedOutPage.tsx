import { DoorArrowLeftRegular } from '@fluentui/react-icons/svg/door-arrow-left'
import { useTranslation } from 'react-i18next'
import { signInAddress } from '../../../contract/signIn.ts'
import { StatePage } from '../../ui/StatePage.tsx'
import { SignInLink } from './SignInLink.tsx'

export function SignedOutPage() {
  const { t } = useTranslation('account')
  return (
    <main>
      <title>{t('signedOut.title')}</title>
      <StatePage
        as="h1"
        icon={<DoorArrowLeftRegular />}
        title={t('signedOut.title')}
        text={t('signedOut.text')}
        action={<SignInLink to={signInAddress('/')}>{t('signedOut.again')}</SignInLink>}
      />
    </main>
  )
}
