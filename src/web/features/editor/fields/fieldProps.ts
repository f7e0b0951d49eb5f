import type { ComponentType } from 'react'
import type { Field } from '../../../../contract/forms.ts'

export type FieldProps = {
  field: Field
  /** Where the field's holder is in the form. */
  path: string
  /** The field's name in faults and words; parts of a field have the name of the whole before theirs. */
  target: string
  /** The plan that has the field. */
  plan?: string | undefined
  /** Inside another field: faults are about the whole. */
  isPart?: boolean
}

/** Fields have parts that are fields again: those draw themselves with this. */
export type Nested = { Part: ComponentType<FieldProps> }
