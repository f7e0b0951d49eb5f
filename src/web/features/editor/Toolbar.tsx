import { makeStyles, tokens } from '@fluentui/react-components'
import { SaveRegular } from '@fluentui/react-icons/svg/save'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../contract/draft.ts'
import { isLost } from '../../api/http.ts'
import { useProblemWords } from '../../page/useProblemWords.ts'
import { type OfferAddress, paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { PageLink } from '../../ui/PageLink.tsx'
import { useAge } from '../../words/useAge.ts'
import { DeleteButton } from './DeleteButton.tsx'
import type { Saving } from './useSaving.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  state: { color: tokens.colorNeutralForeground2 },
  problem: { margin: 0, flexBasis: '100%', color: tokens.colorStatusDangerForeground1 },
})

type Props = { offer: OfferAddress; draft: Draft; saving: Saving; isReadOnly: boolean; onCompare: () => void }

/** Saves and discards, and says what is saved. */
export function Toolbar({ offer, draft, saving, isReadOnly, onCompare }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  const inWords = useProblemWords()
  if (isReadOnly) return <p className={styles.state}>{t('readOnly.role')}</p>
  const { isDirty, isSaving, isAsking, isDropped, error } = saving
  return (
    <div className={styles.bar}>
      <Button
        appearance="primary"
        aria-keyshortcuts="Control+S Meta+S"
        disabledFocusable={!isDirty || isSaving}
        icon={<SaveRegular />}
        type="submit"
      >
        {t('save')}
      </Button>
      <Button disabledFocusable={!isDirty || isSaving} onClick={saving.discard}>
        {t('discard')}
      </Button>
      {draft.comparable.length > 0 && <Button onClick={onCompare}>{t('compare.label')}</Button>}
      <PageLink to={paths.copyOffer(offer)}>{t('copy')}</PageLink>
      {draft.canDelete && <DeleteButton name={draft.offer.definition.displayText} offer={offer} />}
      <span aria-live="polite" className={styles.state}>
        {isAsking ? (
          t('state.asking')
        ) : isSaving ? (
          t('state.saving')
        ) : isDirty ? (
          t('state.unsaved')
        ) : (
          <SavedState draft={draft} />
        )}
      </span>
      {isDropped && !isSaving && (
        <p className={styles.problem} role="alert">
          {t('secret.dropped')}
        </p>
      )}
      {error && !isSaving && (
        <p className={styles.problem} role="alert">
          {t(isLost(error) ? 'state.unknown' : 'state.failed', { reason: inWords(error) })}
        </p>
      )}
    </div>
  )
}

function SavedState({ draft: { saved } }: { draft: Draft }) {
  const { t } = useTranslation('editor')
  return saved ? <SavedWhen {...saved} /> : t('state.saved')
}

function SavedWhen({ time, actor }: { time: string; actor: string }) {
  const { t } = useTranslation('editor')
  return t('state.savedBy', { actor, age: useAge(time) })
}
