import { Badge } from '@fluentui/react-components'
import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewIssue } from '../../../../contract/attempts.ts'
import { useWords } from '../../../words/lookup.ts'

const Issues = createContext<readonly ReviewIssue[]>([])

/** Lets the links to review issues below say how far each issue is. */
export function IssueStates({ issues, children }: { issues: readonly ReviewIssue[]; children: ReactNode }) {
  return <Issues value={issues}>{children}</Issues>
}

/** How far the review issue with this link is; nothing for any other link. */
export function IssueState({ link }: { link: string }) {
  const { i18n } = useTranslation('status')
  const words = useWords()
  const issue = useContext(Issues).find((issue) => issue.link === link)
  if (!issue) return null
  return (
    <Badge appearance="outline" color="informative" lang={i18n.language}>
      {words('status', `issue.${issue.state}`) ?? issue.state}
    </Badge>
  )
}
