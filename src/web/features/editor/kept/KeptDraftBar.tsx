import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { useAge } from '../../../words/useAge.ts'

type Props = { time: string; onRestore: () => void; onDiscard: () => void }

/** Offers back what was typed and not saved. */
export function KeptDraftBar({ time, onRestore, onDiscard }: Props) {
  const { t } = useTranslation('editor')
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('kept.text', { age: useAge(time) })}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRestore}>{t('kept.restore')}</Button>
        <Button onClick={onDiscard}>{t('kept.discard')}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
