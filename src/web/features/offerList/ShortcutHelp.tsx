import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { ShortcutSwitch } from './ShortcutSwitch.tsx'

const useStyles = makeStyles({
  keys: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '6px 16px',
    margin: `0 0 ${tokens.spacingVerticalM}`,
  },
  key: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  meaning: { margin: 0 },
  pair: { display: 'contents' },
})

const keys = {
  search: '/',
  next: 'j',
  previous: 'k',
  open: 'Enter',
  along: '← →',
  times: '↑ ↓',
  needsYou: 'n',
  overdue: 'o',
  failed: 'f',
  help: '?',
} as const
const names = ['search', 'next', 'previous', 'open', 'along', 'times', 'needsYou', 'overdue', 'failed', 'help'] as const

/** The single keys of the lists, and a switch to do without them (WCAG 2.1.4). */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const { t } = useTranslation(['lists', 'common'])
  return (
    <Dialog onOpenChange={onClose} open>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('keys.title')}</DialogTitle>
          <DialogContent>
            <dl className={styles.keys}>
              {names.map((name) => (
                <div key={name} className={styles.pair}>
                  <dt>
                    <kbd className={styles.key}>{keys[name]}</kbd>
                  </dt>
                  <dd className={styles.meaning}>{t(`keys.${name}`)}</dd>
                </div>
              ))}
            </dl>
            <ShortcutSwitch />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common:close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
