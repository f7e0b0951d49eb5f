import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useState } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type Tab, targetOf } from '../../../../contract/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { faultsAt, useEditor } from '../context.ts'
import { FaultTexts } from '../faults/FaultTexts.tsx'
import { FieldView } from '../fields/FieldView.tsx'
import { OrderButtons } from '../fields/OrderButtons.tsx'
import { toValues } from '../values.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  current: { fontWeight: tokens.fontWeightSemibold, ...shorthands.borderColor(tokens.colorCompoundBrandStroke) },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  plan: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
})

/** The plans of an offer, one at a time: hundreds of fields would be slow to type in. */
export function PlanEditor({ tab }: { tab: Tab }) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  const { isReadOnly, asked, faults } = useEditor()
  const { getValues } = useFormContext()
  const { fields: plans, append, remove, move } = useFieldArray({ name: 'plans' })
  const ids = plans.map((_, index) => String(getValues(`plans.${index}.planId`) ?? ''))
  const [chosen, setChosen] = useState<{ index: number; visit: string | undefined }>({ index: 0, visit: undefined })
  // A link to a plan's field opens the plan, once.
  const linked = asked && asked.visit !== chosen.visit ? ids.indexOf(asked.plan ?? ids[0] ?? '') : -1
  const index = Math.min(linked >= 0 ? linked : chosen.index, plans.length - 1)
  const choose = (to: number) => setChosen({ index: to, visit: asked?.visit })
  if (linked >= 0) choose(linked)
  const listFaults = faultsAt(faults, 'plans', undefined)
  function add() {
    const known = new Set(ids)
    const free = Array.from({ length: ids.length + 1 }, (_, number) => `sku-${number + 1}`).find((id) => !known.has(id))
    append({ ...toValues(tab.fields, {}, () => false, []), planId: free })
    choose(plans.length)
  }
  return (
    <>
      <ul className={styles.list}>
        {plans.map(({ id }, place) => (
          <li key={id}>
            <Button
              aria-pressed={place === index}
              className={mergeClasses(place === index && styles.current)}
              onClick={() => choose(place)}
              size="small"
            >
              <PlanName index={place} />
            </Button>
          </li>
        ))}
        {!isReadOnly && (
          <li>
            <Button icon={<AddRegular />} onClick={add} size="small">
              {t('plan.add')}
            </Button>
          </li>
        )}
      </ul>
      {plans.length === 0 && <p className={styles.none}>{t('plan.none')}</p>}
      {listFaults.length > 0 && (
        <div>
          <FaultTexts faults={listFaults} />
        </div>
      )}
      {index >= 0 && (
        <div key={plans[index]?.id} className={styles.plan}>
          {!isReadOnly && (
            <OrderButtons
              count={plans.length}
              index={index}
              onMove={(to) => {
                move(index, to)
                choose(to)
              }}
              onRemove={() => {
                remove(index)
                choose(Math.max(0, index - 1))
              }}
            />
          )}
          {tab.fields.map((field) => (
            <FieldView
              key={field.name}
              field={field}
              path={`plans.${index}`}
              plan={ids[index]}
              target={targetOf(tab, field)}
            />
          ))}
        </div>
      )}
    </>
  )
}

function PlanName({ index }: { index: number }) {
  const { t } = useTranslation('editor')
  const id: unknown = useWatch({ name: `plans.${index}.planId` })
  return <>{String(id || t('plan.unnamed', { number: index + 1 }))}</>
}
