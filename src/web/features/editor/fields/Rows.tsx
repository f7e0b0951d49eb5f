import { makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../../contract/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { useEditor } from '../context.ts'
import { toValues } from '../values.ts'
import { useFieldWords } from '../words.ts'
import type { Nested } from './fieldProps.ts'
import { OrderButtons } from './OrderButtons.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  add: { alignSelf: 'flex-start' },
})

const versionField: Field = { name: 'version', kind: 'text', required: true }

type Props = Nested & { field: Field; name: string; target: string; plan?: string | undefined }

/** Entries that are added, removed and moved; versions have a number each. */
export function Rows({ field, name, target, plan, Part }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  const { label } = useFieldWords()
  const { isReadOnly } = useEditor()
  const { getValues } = useFormContext()
  const { fields: rows, append, remove, move } = useFieldArray({ name })
  const hasVersions = field.kind === 'versions'
  const parts = hasVersions ? [versionField, ...(field.fields ?? [])] : (field.fields ?? [])
  return (
    <div className={styles.list}>
      {rows.length === 0 && <p className={styles.none}>{t('list.none')}</p>}
      {rows.map(({ id }, index) => (
        <fieldset
          key={id}
          aria-label={t('list.entry', { list: label(target), number: index + 1 })}
          className={styles.row}
          data-version={hasVersions ? getValues(`${name}.${index}.version`) : undefined}
        >
          {parts.map((part) => (
            <Part
              key={part.name}
              field={part}
              isPart
              path={`${name}.${index}`}
              plan={plan}
              target={`${target}.${part.name}`}
            />
          ))}
          {!isReadOnly && (
            <OrderButtons
              index={index}
              count={rows.length}
              onMove={(to) => move(index, to)}
              onRemove={() => remove(index)}
            />
          )}
        </fieldset>
      ))}
      {!isReadOnly && (
        <Button
          className={styles.add}
          icon={<AddRegular />}
          onClick={() => append(toValues(parts, {}, () => false, []))}
          size="small"
        >
          {t(hasVersions ? 'list.addVersion' : 'list.add')}
        </Button>
      )}
    </div>
  )
}
