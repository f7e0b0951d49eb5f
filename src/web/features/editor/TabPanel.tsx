import { makeStyles, tokens } from '@fluentui/react-components'
import { Fragment, type ReactNode } from 'react'
import { type Tab, targetOf } from '../../../contract/forms.ts'
import { FieldView } from './fields/FieldView.tsx'
import { PlanEditor } from './plans/PlanEditor.tsx'
import { useFieldWords } from './words.ts'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '760px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
})

/** The fields of one tab. */
export function TabPanel({ tab, afterLeads }: { tab: Tab; afterLeads?: ReactNode }) {
  const styles = useStyles()
  const { tab: name } = useFieldWords()
  return (
    <section aria-label={name(tab.name)} className={styles.panel}>
      <h2 className={styles.title}>{name(tab.name)}</h2>
      {tab.ofPlans ? (
        <PlanEditor tab={tab} />
      ) : (
        tab.fields.map((field) => (
          <Fragment key={field.name}>
            <FieldView field={field} path={field.name === 'displayText' ? '' : 'offer'} target={targetOf(tab, field)} />
            {field.name === 'microsoft-azure-marketplace.marketoLeadConfiguration' && afterLeads}
          </Fragment>
        ))
      )}
    </section>
  )
}
