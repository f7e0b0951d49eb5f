import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Form, tabOf } from '../../../../contract/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { useAge } from '../../../words/useAge.ts'
import { useFieldWords } from '../words.ts'
import type { Conflict } from './conflict.ts'
import { changesOf, differencesOf, merged, type Place } from './merge.ts'
import { shownValue } from './shownValue.ts'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  choice: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'baseline', overflowWrap: 'anywhere' },
  value: { whiteSpace: 'pre-wrap', maxHeight: '160px', overflow: 'auto' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = {
  conflict: Conflict
  form: Form
  onMerge: (definition: ReturnType<typeof merged>) => void
  onTakeTheirs: () => void
}

const nameOf = ({ target, plan }: Place) => `${plan} ${target}`

/** Somebody else saved the draft in between: who, when and what, and a choice where both changed a field. */
export function ConflictPanel({ conflict, form, onMerge, onTakeTheirs }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  const { label, tab } = useFieldWords()
  const [theirChoices, setTheirChoices] = useState<ReadonlySet<string>>(new Set())
  const arrive = useCallback((title: HTMLHeadingElement | null) => title?.focus(), [])
  const { base, mine, theirs, saved } = conflict
  const differences = differencesOf(base, mine, theirs)
  const age = useAge(saved?.time ?? '')
  const place = ({ target, plan }: Place) =>
    [tab(tabOf(form, target) ?? ''), plan, label(target)].filter(Boolean).join(' › ')
  const choose = (difference: Place, isMine: boolean) => {
    const next = new Set(theirChoices)
    if (isMine) next.delete(nameOf(difference))
    else next.add(nameOf(difference))
    setTheirChoices(next)
  }
  return (
    <section aria-label={t('conflict.title')} className={styles.panel}>
      <h2 ref={arrive} className={styles.title} tabIndex={-1}>
        {t('conflict.title')}
      </h2>
      {saved && <p className={styles.text}>{t('conflict.who', { actor: saved.actor, age })}</p>}
      <p className={styles.text}>
        {t('conflict.changed', { fields: [...new Set(changesOf(base, theirs).map(place))].join(' · ') })}
      </p>
      {differences.length > 0 && <p className={styles.text}>{t('conflict.choose')}</p>}
      {differences.map((difference) => (
        <fieldset key={nameOf(difference)} className={styles.field}>
          <legend className={styles.name}>{place(difference)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className={styles.choice}>
              <input
                checked={theirChoices.has(nameOf(difference)) === (side === 'theirs')}
                name={nameOf(difference)}
                onChange={() => choose(difference, side === 'mine')}
                type="radio"
              />
              <span>
                {t(`conflict.${side}`)}{' '}
                <span className={styles.value}>
                  {shownValue(form, difference.target, difference[side]) || t('conflict.empty')}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          onClick={() => onMerge(merged(base, mine, theirs, (one) => !theirChoices.has(nameOf(one))))}
        >
          {t('conflict.save')}
        </Button>
        <Button onClick={onTakeTheirs}>{t('conflict.discard')}</Button>
      </div>
    </section>
  )
}
