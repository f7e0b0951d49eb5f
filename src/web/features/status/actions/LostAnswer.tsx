import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../../contract/indicators.ts'
import { Button } from '../../../ui/Button.tsx'
import { useIndicatorName } from '../../../words/StatusIndicator.tsx'
import type { Outcome } from './useAction.ts'

type Props = { outcome: Outcome; onAskAgain: () => void }

/** When no answer arrives, the page first says that it does not know, then what it found out. */
export function LostAnswer({ outcome, onAskAgain }: Props) {
  const { t } = useTranslation('status')
  const indicatorName = useIndicatorName()
  if (outcome.state === 'done')
    return (
      <MessageBar intent="success" layout="multiline" role="alert">
        <MessageBarBody>{t('lost.done', { status: indicatorName(indicatorShown(outcome.status)) })}</MessageBarBody>
      </MessageBar>
    )
  if (outcome.state === 'asking')
    return (
      <MessageBar intent="info" layout="multiline" role="alert">
        <MessageBarBody>{t('lost.asking')}</MessageBarBody>
      </MessageBar>
    )
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{t('lost.unknown')}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onAskAgain}>{t('lost.again')}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
