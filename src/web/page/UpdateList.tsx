import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'

const useStyles = makeStyles({
  // Over the rows at the lower edge of the screen, so that nothing moves when it appears.
  root: { position: 'sticky', bottom: 0, zIndex: 1, height: 0, display: 'flex', justifyContent: 'center' },
  button: { position: 'absolute', bottom: tokens.spacingVerticalM, boxShadow: tokens.shadow8 },
})

/** Says how many rows would move, and moves them when asked. */
export function UpdateList({ changes, onUpdate }: { changes: number; onUpdate: () => void }) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <div className={styles.root} role="status">
      {changes > 0 && (
        <Button appearance="primary" className={styles.button} icon={<ArrowSync16Regular />} onClick={onUpdate}>
          {t('held.update', { count: changes })}
        </Button>
      )}
    </div>
  )
}
