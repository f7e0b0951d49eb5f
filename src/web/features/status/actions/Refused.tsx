import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useRefusedRequest } from '../../../page/useRefusal.ts'

/** The service's reason for refusing an action. */
export function Refused({ error }: { error: unknown }) {
  const inWords = useRefusedRequest()
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{inWords(error)}</MessageBarBody>
    </MessageBar>
  )
}
