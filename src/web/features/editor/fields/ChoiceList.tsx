import { makeStyles, tokens } from '@fluentui/react-components'
import { useFormContext } from 'react-hook-form'
import type { Field } from '../../../../contract/forms.ts'
import { useInputStyles } from '../../../ui/form/inputStyles.ts'
import { useEditor } from '../context.ts'
import { useFieldWords } from '../words.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalXS },
  choice: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '24px' },
})

/** Several of a few values. */
export function ChoiceList({ field, name, target }: { field: Field; name: string; target: string }) {
  const styles = useStyles()
  const inputs = useInputStyles()
  const { register, getValues } = useFormContext()
  const { isReadOnly } = useEditor()
  const { option } = useFieldWords()
  const chosen: unknown = getValues(name)
  const options = [...new Set([...(field.options ?? []), ...(Array.isArray(chosen) ? chosen.map(String) : [])])]
  return (
    <div className={styles.list}>
      {options.map((one) => (
        <label key={one} className={styles.choice}>
          <input {...register(name)} className={inputs.check} disabled={isReadOnly} type="checkbox" value={one} />
          {option(target, one)}
        </label>
      ))}
    </div>
  )
}
