import { Checkbox } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { chooseShortcuts, useShortcuts } from './choices.ts'

/** Turns the single keys on and off. */
export function ShortcutSwitch() {
  const { t } = useTranslation('lists')
  const on = useShortcuts()
  return <Checkbox checked={on} label={t('keys.on')} onChange={(_, { checked }) => chooseShortcuts(checked === true)} />
}
