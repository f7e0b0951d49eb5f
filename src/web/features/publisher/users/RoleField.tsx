import { useTranslation } from 'react-i18next'
import { type Role, roles } from '../../../../contract/session.ts'
import { FieldFrame } from '../../../ui/form/FieldFrame.tsx'
import { Select } from '../../../ui/Select.tsx'

/** A role, and what it allows. */
export function RoleField({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation(['publisher', 'common'])
  return (
    <FieldFrame help={t(`may.${role}`)} label={t('role')}>
      {(control) => (
        <Select
          {...control}
          onChange={({ target }) => onChange(roles.find((known) => known === target.value) ?? role)}
          value={role}
        >
          {roles.map((known) => (
            <option key={known} value={known}>
              {t(`common:role.${known}`)}
            </option>
          ))}
        </Select>
      )}
    </FieldFrame>
  )
}
