import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Form, Tab, TabName } from '../../../contract/forms.ts'
import { targetOf } from '../../../contract/forms.ts'
import { PageLink } from '../../ui/PageLink.tsx'
import { useEditor } from './context.ts'
import { useFieldWords } from './words.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 800px)': { flexDirection: 'row', flexWrap: 'wrap' },
  },
  tab: {
    display: 'block',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    color: tokens.colorNeutralForeground2,
  },
  current: {
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
})

/** The parts of the offer, each with the number of its faults. */
export function TabList({ form, current }: { form: Form; current: TabName }) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  const { tab: name } = useFieldWords()
  const { faults } = useEditor()
  const { state } = useLocation()
  const faultsOf = (tab: Tab) => {
    const targets = new Set([tab.ofPlans ? 'plans' : '', ...tab.fields.map((field) => targetOf(tab, field))])
    return faults.filter(({ target, isCorrected }) => !isCorrected && targets.has(target ?? '')).length
  }
  return (
    <nav aria-label={t('tabs')}>
      <ul className={styles.list}>
        {form.map((tab) => {
          const count = faultsOf(tab)
          return (
            <li key={tab.name}>
              <PageLink
                aria-current={tab.name === current ? 'page' : undefined}
                className={mergeClasses(styles.tab, tab.name === current && styles.current)}
                replace
                state={state}
                to={{ search: `?tab=${tab.name}` }}
              >
                {name(tab.name)}
                {count > 0 && <span className={styles.count}> {t('fault.count', { count })}</span>}
              </PageLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
