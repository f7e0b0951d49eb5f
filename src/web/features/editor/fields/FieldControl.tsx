import { mergeClasses } from '@fluentui/react-components'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../../contract/forms.ts'
import { type Control, FieldFrame } from '../../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../../ui/form/inputStyles.ts'
import { type Fault, useEditor } from '../context.ts'
import { FaultTexts } from '../faults/FaultTexts.tsx'
import { NotRead } from '../faults/NotRead.tsx'
import { keyOf } from '../values.ts'
import { useFieldWords } from '../words.ts'
import { ChoiceList } from './ChoiceList.tsx'
import type { FieldProps, Nested } from './fieldProps.ts'
import { RecordField } from './RecordField.tsx'
import { Rows } from './Rows.tsx'
import { SecretInput } from './SecretInput.tsx'
import { usePictureWords } from './usePictureWords.ts'

const groups: readonly Field['kind'][] = ['record', 'rows', 'versions', 'choices']

/** A field with its label, its help and what was found wrong with it. */
export function FieldControl({ faults, ...props }: FieldProps & Nested & { faults: readonly Fault[] }) {
  const { field, path, target } = props
  const { label, help } = useFieldWords()
  const { blocked, unread } = useEditor()
  const pictureWords = usePictureWords()
  const name = path ? `${path}.${keyOf(field.name)}` : keyOf(field.name)
  const reason = blocked.get(name)
  const isWrong = reason !== undefined || faults.some(({ isCorrected }) => !isCorrected)
  const notRead = props.isPart ? [] : unread.filter((picture) => picture.target === target)
  const frame = {
    label: label(target),
    required: field.required,
    help: help(target) ?? (field.picture && pictureWords(field.picture)),
    isInvalid: isWrong,
    isGroup: groups.includes(field.kind),
    faults: (reason || faults.length > 0 || notRead.length > 0) && (
      <>
        <FaultTexts faults={faults} reason={reason} />
        {notRead.map(({ entry }) => (
          <NotRead key={entry ?? 0} entry={entry} />
        ))}
      </>
    ),
  }
  return <FieldFrame {...frame}>{(control) => <Input {...props} control={control} name={name} />}</FieldFrame>
}

type InputProps = FieldProps & Nested & { name: string; control: Control }

function Input({ name, control, ...props }: InputProps) {
  const { field, path, target, plan, Part } = props
  switch (field.kind) {
    case 'choices':
      return <ChoiceList field={field} name={name} target={target} />
    case 'record':
      return <RecordField Part={Part} fields={field.fields ?? []} path={name} plan={plan} target={target} />
    case 'rows':
    case 'versions':
      return <Rows Part={Part} field={field} name={name} plan={plan} target={target} />
    case 'flag':
      return <Flag control={control} name={name} />
    case 'choice':
      return <Choice control={control} field={field} name={name} target={target} />
    case 'lines':
    case 'html':
    case 'texts':
    case 'json':
      return <Lines control={control} field={field} name={name} />
    default:
      return field.secret ? (
        <SecretInput control={control} field={field} name={name} path={path} />
      ) : (
        <Text control={control} field={field} name={name} />
      )
  }
}

type ControlProps = { name: string; control: Control }

const types: Partial<Record<Field['kind'], string>> = { address: 'url', image: 'url', email: 'email' }

function Text({ name, control, field }: ControlProps & { field: Field }) {
  const styles = useInputStyles()
  const { register } = useFormContext()
  const { isReadOnly } = useEditor()
  const type = types[field.kind] ?? 'text'
  const inputMode = field.kind === 'number' ? 'decimal' : undefined
  return (
    <input
      {...register(name)}
      {...control}
      autoComplete="off"
      className={styles.input}
      inputMode={inputMode}
      readOnly={isReadOnly}
      type={type}
    />
  )
}

const heights: Partial<Record<Field['kind'], number>> = { html: 8, json: 10, texts: 3 }

function Lines({ name, control, field }: ControlProps & { field: Field }) {
  const styles = useInputStyles()
  const { register } = useFormContext()
  const { isReadOnly } = useEditor()
  return (
    <textarea
      {...register(name)}
      {...control}
      className={mergeClasses(styles.input, styles.area, field.kind === 'json' && styles.code)}
      readOnly={isReadOnly}
      rows={heights[field.kind] ?? 4}
      spellCheck={field.kind === 'lines' || field.kind === 'html'}
    />
  )
}

function Flag({ name, control }: ControlProps) {
  const styles = useInputStyles()
  const { register } = useFormContext()
  const { isReadOnly } = useEditor()
  return <input {...register(name)} {...control} className={styles.check} disabled={isReadOnly} type="checkbox" />
}

function Choice({ name, control, field, target }: ControlProps & { field: Field; target: string }) {
  const styles = useInputStyles()
  const { t } = useTranslation('editor')
  const { register, getValues } = useFormContext()
  const { isReadOnly } = useEditor()
  const { option } = useFieldWords()
  const value = String(getValues(name) ?? '')
  const known = field.options ?? []
  // What a tool wrote stays a choice.
  const options = !value || known.includes(value) ? known : [...known, value]
  return (
    <select {...register(name)} {...control} className={styles.input} disabled={isReadOnly}>
      <option value="">{t('choose')}</option>
      {options.map((one) => (
        <option key={one} value={one}>
          {option(target, one)}
        </option>
      ))}
    </select>
  )
}
