import { makeStyles, tokens } from '@fluentui/react-components'
import type { Field } from '../../../../contract/forms.ts'
import type { Nested } from './fieldProps.ts'

const useStyles = makeStyles({
  parts: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
  },
})

type Props = Nested & { fields: readonly Field[]; path: string; target: string; plan?: string | undefined }

/** The parts of a field that is an object. */
export function RecordField({ fields, path, target, plan, Part }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.parts}>
      {fields.map((part) => (
        <Part key={part.name} field={part} isPart path={path} plan={plan} target={`${target}.${part.name}`} />
      ))}
    </div>
  )
}
