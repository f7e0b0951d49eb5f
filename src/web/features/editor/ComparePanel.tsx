import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContentChange } from '../../../contract/contentChanges.ts'
import { type Form, tabOf } from '../../../contract/forms.ts'
import { draftChangesQuery } from '../../api/contentChanges.ts'
import { useProblemWords } from '../../page/useProblemWords.ts'
import type { OfferAddress } from '../../paths.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useFieldWords } from './words.ts'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    padding: tokens.spacingHorizontalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
})

type Props = { offer: OfferAddress; form: Form; slots: readonly ('live' | 'preview')[] }

/** The saved draft beside what is live or in preview, field by field. */
export function ComparePanel({ offer, form, slots }: Props) {
  const styles = useStyles()
  const { t } = useTranslation(['editor', 'common'])
  const { label, tab } = useFieldWords()
  const inWords = useProblemWords()
  const [chosen, setChosen] = useState<string>()
  const slot = slots.find((one) => one === chosen) ?? slots[0]!
  const { data, error } = useQuery(draftChangesQuery(offer, slot))
  const place = ({ target, plan, part }: ContentChange) =>
    [tab(tabOf(form, target) ?? ''), plan, label(target), part].filter(Boolean).join(' › ')
  return (
    <Panel title={t('compare.title')}>
      {slots.length > 1 && (
        <Choice
          all={t(`compare.${slots[0]!}`)}
          entries={slots.slice(1).map((one) => [one, t(`compare.${one}`)] as const)}
          label={t('compare.with')}
          onChange={setChosen}
          value={chosen}
        />
      )}
      {error && <p role="alert">{inWords(error)}</p>}
      {data && !data.items?.length && <p>{t('compare.same')}</p>}
      {data?.items && data.items.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.cell}>{t('compare.field')}</th>
              <th className={styles.cell}>{t(`compare.${slot}`)}</th>
              <th className={styles.cell}>{t('compare.draft')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((change) => (
              <tr key={place(change)}>
                <th className={styles.cell} scope="row">
                  {place(change)}
                </th>
                <td className={styles.cell}>{change.isSecret ? t('compare.secret') : (change.before ?? '–')}</td>
                <td className={styles.cell}>{change.isSecret ? t('compare.secret') : (change.after ?? '–')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
