import { useTranslation } from 'react-i18next'
import type { AccessChange } from './toast.ts'

/** What the reader may do now, or no longer. */
export function AccessWords({ change }: { change: AccessChange }) {
  const { t } = useTranslation(['news', 'common'])
  const { publisher } = change
  if (change.kind === 'lost') return t('access.lost', { publisher })
  return t(`access.${change.kind}`, { publisher, role: t(`common:role.${change.role}`) })
}
