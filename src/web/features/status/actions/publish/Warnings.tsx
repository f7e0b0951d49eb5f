import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { PublishCheck } from '../../../../../contract/publishCheck.ts'
import { useWords } from '../../../../words/lookup.ts'
import { messageOf, ProblemList } from './ProblemList.tsx'

/** What would make this attempt fail like the last one, and what its steps would find. */
export function Warnings({ found: { unfixed, foreseen } }: { found: PublishCheck }) {
  const { t } = useTranslation('status')
  const words = useWords()
  const nameOf = ({ code, stepName }: { code: string; stepName: string }) => words('steps', code) ?? stepName
  return (
    <>
      {unfixed && (
        <>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {t('publish.unfixed', { number: unfixed.publishingVersion, step: nameOf(unfixed.step) })}
            </MessageBarBody>
          </MessageBar>
          <ProblemList messages={unfixed.messages} />
        </>
      )}
      {foreseen.map(({ step, problems }) => (
        <div key={step.code}>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('publish.foreseen', { step: nameOf(step) })}</MessageBarBody>
          </MessageBar>
          <ProblemList messages={problems.map(messageOf)} />
        </div>
      ))}
    </>
  )
}
