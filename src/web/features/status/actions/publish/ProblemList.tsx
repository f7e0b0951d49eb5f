import { makeStyles, tokens } from '@fluentui/react-components'
import type { ProblemDetail } from '../../../../../contract/problems.ts'
import type { Message } from '../../../../../contract/status.ts'
import { FieldLink } from '../../messages/FieldLink.tsx'
import { MessageText } from '../../messages/MessageText.tsx'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: {
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorStatusDangerBorder1}`,
    overflowWrap: 'anywhere',
  },
  field: { fontWeight: tokens.fontWeightSemibold },
})

/** What checks found in the offer's draft: each field, and what is wrong with it. */
export function ProblemList({ messages }: { messages: readonly Message[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {messages.map((message) => (
        <li key={`${message.code} ${message.target} ${message.messageHtml}`} className={styles.item}>
          {message.target && (
            <div className={styles.field}>
              <FieldLink place={message} />
            </div>
          )}
          <MessageText message={message} />
        </li>
      ))}
    </ul>
  )
}

/** A problem as a message of the step that would find it. */
export const messageOf = ({ message, ...problem }: ProblemDetail): Message => ({
  ...problem,
  messageHtml: message,
  level: 'error',
  timestamp: '',
})
