import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../../contract/languages.ts'
import { languageName } from '../../i18n/language.ts'
import { FieldFrame } from '../../ui/form/FieldFrame.tsx'
import { useInputStyles } from '../../ui/form/inputStyles.ts'
import { Select } from '../../ui/Select.tsx'

type Props = { help?: string; language: Language; isReadOnly?: boolean; onChange: (language: Language) => void }

/** The language of mails. */
export function LanguageField({ help, language, isReadOnly = false, onChange }: Props) {
  const { input } = useInputStyles()
  const { t } = useTranslation('publisher')
  return (
    <FieldFrame help={help} label={t('language')}>
      {(control) =>
        isReadOnly ? (
          <input {...control} className={input} lang={language} readOnly value={languageName(language)} />
        ) : (
          <Select
            {...control}
            onChange={({ target }) => onChange(languages.find((known) => known === target.value) ?? language)}
            value={language}
          >
            {languages.map((known) => (
              <option key={known} lang={known} value={known}>
                {languageName(known)}
              </option>
            ))}
          </Select>
        )
      }
    </FieldFrame>
  )
}
