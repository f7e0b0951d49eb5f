import { useWatch } from 'react-hook-form'
import type { Field } from '../../../../contract/forms.ts'
import { faultsAt, isAsked, useEditor } from '../context.ts'
import { keyOf } from '../values.ts'
import { Arrival } from './Arrival.tsx'
import { FieldControl } from './FieldControl.tsx'
import type { FieldProps } from './fieldProps.ts'

/** A field, unless another one beside it says that it has no meaning now. */
export function FieldView(props: FieldProps) {
  const { when } = props.field
  return when ? <FieldWhen {...props} when={when} /> : <ShownField {...props} />
}

function FieldWhen({ when, ...props }: FieldProps & { when: NonNullable<Field['when']> }) {
  const value: unknown = useWatch({ name: `${props.path}.${keyOf(when.name)}` })
  return value === when.is ? <ShownField {...props} /> : null
}

function ShownField(props: FieldProps) {
  const { target, plan, isPart } = props
  const { asked, faults } = useEditor()
  const found = isPart ? [] : faultsAt(faults, target, plan)
  const arrives = !isPart && isAsked(asked, target, plan) ? asked : undefined
  return (
    <Arrival asked={arrives}>
      <FieldControl {...props} Part={FieldView} faults={found} />
    </Arrival>
  )
}
