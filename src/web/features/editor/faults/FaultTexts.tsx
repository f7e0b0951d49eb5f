import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../../words/lookup.ts'
import type { Fault } from '../context.ts'

const useStyles = makeStyles({
  fault: { display: 'flex', gap: tokens.spacingHorizontalXS, margin: 0, marginTop: tokens.spacingVerticalXXS },
  icon: { flexShrink: 0, marginTop: '2px' },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  right: { color: tokens.colorStatusSuccessForeground1 },
})

type Props = { faults: readonly Fault[]; reason?: string | undefined }

/** What is wrong with a field, or that it is corrected. */
export function FaultTexts({ faults, reason }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  const faultText = useFaultText()
  return (
    <>
      {reason && (
        <p className={mergeClasses(styles.fault, styles.wrong)}>
          <ErrorCircle16Filled aria-hidden className={styles.icon} />
          {reason}
        </p>
      )}
      {faults.map((fault) => (
        <p
          key={`${fault.code} ${fault.message} ${fault.values?.entry}`}
          className={mergeClasses(styles.fault, fault.isCorrected ? styles.right : styles.wrong)}
        >
          {fault.isCorrected ? (
            <CheckmarkCircle16Filled aria-hidden className={styles.icon} />
          ) : (
            <ErrorCircle16Filled aria-hidden className={styles.icon} />
          )}
          <span>
            {fault.values?.entry && `${t('fault.entry', { number: fault.values.entry })} `}
            {fault.isCorrected ? t('fault.corrected') : faultText(fault)}
          </span>
        </p>
      ))}
    </>
  )
}

/** A fault in the reader's language, else in the service's own words. */
export function useFaultText() {
  const words = useWords()
  return ({ code, message, values }: Fault) => words('messages', code, values) ?? <span lang="en">{message}</span>
}
