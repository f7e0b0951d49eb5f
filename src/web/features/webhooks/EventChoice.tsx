import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type EventType, eventTypes } from '../../../contract/history.ts'
import { FieldFrame } from '../../ui/form/FieldFrame.tsx'
import { CheckField } from './CheckField.tsx'
import { useEventWords } from './eventWords.ts'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    columnGap: tokens.spacingHorizontalM,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
})

type Props = {
  /** All of them when it is undefined. */
  types: EventType[] | undefined
  isInvalid: boolean
  onChange: (types: EventType[] | undefined) => void
}

/** Which events are sent. */
export function EventChoice({ types, isInvalid, onChange }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('webhooks')
  const eventName = useEventWords()
  const group = useId()
  return (
    <FieldFrame
      faults={isInvalid && <span role="alert">{t('form.eventless')}</span>}
      isGroup
      isInvalid={isInvalid}
      label={t('events')}
    >
      {() => (
        <>
          <CheckField group={group} isChecked={!types} onChange={() => onChange(undefined)}>
            {t('form.every')}
          </CheckField>
          <CheckField group={group} isChecked={Boolean(types)} onChange={() => onChange([])}>
            {t('form.some')}
          </CheckField>
          {types && (
            <div className={styles.list}>
              {eventTypes.map((type) => (
                <CheckField
                  key={type}
                  isChecked={types.includes(type)}
                  onChange={(isChecked) =>
                    onChange(isChecked ? [...types, type] : types.filter((known) => known !== type))
                  }
                >
                  {eventName(type)}
                </CheckField>
              ))}
            </div>
          )}
        </>
      )}
    </FieldFrame>
  )
}
