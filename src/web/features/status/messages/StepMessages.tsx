import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../../contract/status.ts'
import { Moment } from '../../../words/Moment.tsx'
import { ErrorPanel } from './ErrorPanel.tsx'
import { MessageText } from './MessageText.tsx'

const useStyles = makeStyles({
  quiet: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  more: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, cursor: 'pointer' },
})

const isError = ({ level }: Message) => level === 'error'

/** Errors are prominent; the latest information is one quiet line, and earlier ones are collapsed. */
export function StepMessages({ messages }: { messages: readonly Message[] }) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  const earlier = messages.filter((message) => !isError(message)).slice(0, -1)
  return (
    <>
      {messages.filter(isError).map((message) => (
        <ErrorPanel key={message.timestamp + message.messageHtml} message={message} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary className={styles.more}>{t('message.more', { count: earlier.length })}</summary>
          {earlier.toReversed().map((message) => (
            <QuietMessage key={message.timestamp + message.messageHtml} message={message} />
          ))}
        </details>
      )}
    </>
  )
}

/** The latest message that is not an error. */
export function LatestMessage({ messages }: { messages: readonly Message[] }) {
  const latest = messages.findLast((message) => !isError(message))
  return latest && <QuietMessage message={latest} />
}

function QuietMessage({ message }: { message: Message }) {
  const styles = useStyles()
  return (
    <div className={styles.quiet}>
      <MessageText message={message} />
      <Moment time={message.timestamp} />
    </div>
  )
}
