import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { indicatorShown } from '../../../../contract/indicators.ts'
import { useIndicatorName } from '../../../words/StatusIndicator.tsx'
import type { Lost } from './useAction.ts'

const intents = {
  checking: 'info',
  unknown: 'warning',
  notDone: 'warning',
  otherwise: 'warning',
  done: 'success',
} as const

/** No answer arrived: the page says that the outcome is unknown, then what it found out. */
export function LostAnswer({ lost, check }: { lost: Lost; check: () => void }) {
  const { t } = useTranslation('status')
  const indicatorName = useIndicatorName()
  const words =
    'status' in lost
      ? t(`lost.${lost.state}`, { status: indicatorName(indicatorShown(lost.status)) })
      : t(`lost.${lost.state}`)
  return (
    <MessageBar intent={intents[lost.state]} layout="multiline" role="alert">
      <MessageBarBody>{words}</MessageBarBody>
      {lost.state === 'unknown' && (
        <MessageBarActions>
          <Button onClick={check}>{t('lost.ask')}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
