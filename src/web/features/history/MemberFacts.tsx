import { makeStyles } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { HistoryEvent } from '../../../contract/history.ts'
import { roles } from '../../../contract/session.ts'
import { useWords } from '../../words/lookup.ts'

const useStyles = makeStyles({ line: { display: 'block' } })

type Props = { details: HistoryEvent['details'] }

/** Whose role an event is about, and what of a publisher's profile was changed. */
export function MemberFacts({ details: { member, role, formerRole, changed = [] } }: Props) {
  const styles = useStyles()
  const { t } = useTranslation(['history', 'common'])
  const words = useWords()
  const roleName = (name: string) => {
    const known = roles.find((one) => one === name)
    return known ? t(`common:role.${known}`) : name
  }
  return (
    <>
      {member && <span className={styles.line}>{t('member', { user: member })}</span>}
      {role && formerRole && (
        <span className={styles.line}>{t('roleChange', { before: roleName(formerRole), after: roleName(role) })}</span>
      )}
      {role && !formerRole && <span className={styles.line}>{t('role', { role: roleName(role) })}</span>}
      {!role && formerRole && <span className={styles.line}>{t('formerRole', { role: roleName(formerRole) })}</span>}
      {changed.map((part) => (
        <span key={part} className={styles.line}>
          {words('history', `changed.${part}`) ?? part}
        </span>
      ))}
    </>
  )
}
