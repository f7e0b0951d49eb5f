import { makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/Button.tsx'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  address: { maxWidth: '100%', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightRegular },
})

/** Addresses that the account used before, to add with one press. */
export function UsedAddresses({
  addresses,
  onAdd,
}: {
  addresses: readonly string[]
  onAdd: (address: string) => void
}) {
  const styles = useStyles()
  const { t } = useTranslation('status')
  if (addresses.length === 0) return null
  return (
    <fieldset aria-label={t('publish.used')} className={styles.list}>
      {addresses.map((address) => (
        <Button
          key={address}
          aria-label={t('publish.add', { address })}
          className={styles.address}
          icon={<AddRegular />}
          onClick={() => onAdd(address)}
          size="small"
        >
          {address}
        </Button>
      ))}
    </fieldset>
  )
}
