import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Attempt, ReviewIssue } from '../../../../contract/attempts.ts'
import { OutsideLink } from '../../../words/OutsideLink.tsx'
import { IssueState } from './IssueStates.tsx'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  list: { margin: 0, marginBottom: tokens.spacingVerticalM, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** Review issues of earlier attempts; the steps below show those of this one. */
export function EarlierIssues({ issues, latest }: { issues: readonly ReviewIssue[]; latest: Attempt }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const earlier = issues.filter(({ publishingVersion }) => publishingVersion !== latest.publishingVersion)
  if (earlier.length === 0) return null
  return (
    <>
      <h3 className={styles.title}>{t('issue.earlier')}</h3>
      <ul className={styles.list}>
        {earlier.map(({ title, link }) => (
          <li key={link}>
            <OutsideLink href={link} text={title} /> <IssueState link={link} />
          </li>
        ))}
      </ul>
    </>
  )
}
