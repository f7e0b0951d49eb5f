import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../../contract/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Control } from '../../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../../ui/form/inputStyles.ts'
import { useEditor } from '../context.ts'
import { keptKey } from '../values.ts'

const useStyles = makeStyles({
  kept: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

type Props = { field: Field; path: string; name: string; control: Control }

/** A secret can be written and never read: the one that the service keeps is replaced or left alone. */
export function SecretInput({ field, path, name, control }: Props) {
  const styles = useStyles()
  const inputs = useInputStyles()
  const { t } = useTranslation('editor')
  const { register, getValues, setValue } = useFormContext()
  const { isReadOnly } = useEditor()
  const isKept = getValues(`${path}.${keptKey(field.name)}`) === true
  const [replaces, setReplaces] = useState(Boolean(getValues(name)))
  if (isKept && !replaces)
    return (
      <div className={styles.kept}>
        {t('secret.kept')}
        {!isReadOnly && (
          <Button aria-describedby={control['aria-describedby']} onClick={() => setReplaces(true)} size="small">
            {t('secret.replace')}
          </Button>
        )}
      </div>
    )
  const keep = () => {
    setValue(name, '', { shouldDirty: true })
    setReplaces(false)
  }
  return (
    <div className={styles.kept}>
      <input
        {...register(name)}
        {...control}
        autoComplete="new-password"
        className={inputs.input}
        readOnly={isReadOnly}
        type="password"
      />
      {isKept && (
        <Button onClick={keep} size="small">
          {t('secret.keep')}
        </Button>
      )}
    </div>
  )
}
