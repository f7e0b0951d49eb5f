import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../contract/draft.ts'
import type { OfferTypeForm } from '../../../contract/offers.ts'
import type { OfferStatus } from '../../../contract/status.ts'
import { pictureCheckQuery } from '../../api/pictureCheck.ts'
import { publishCheckQuery } from '../../api/publishCheck.ts'
import type { OfferAddress } from '../../paths.ts'
import { ComparePanel } from './ComparePanel.tsx'
import { ConflictPanel } from './conflict/ConflictPanel.tsx'
import { EditorContext } from './context.ts'
import { FaultBar } from './faults/FaultBar.tsx'
import { faultsIn } from './faults/faults.ts'
import { KeptDraftBar } from './kept/KeptDraftBar.tsx'
import { useKeptDraft } from './kept/useKeptDraft.ts'
import { LeaveDialog } from './LeaveDialog.tsx'
import { TabList } from './TabList.tsx'
import { TabPanel } from './TabPanel.tsx'
import { TestLead } from './TestLead.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useAddress } from './useAddress.ts'
import { useSaving } from './useSaving.ts'
import { formValues } from './values.ts'

const useStyles = makeStyles({
  editor: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  legend: { margin: 0, color: tokens.colorNeutralForeground3 },
  columns: {
    display: 'grid',
    gridTemplateColumns: '200px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (max-width: 800px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  },
})

type Props = {
  offer: OfferAddress
  offerType: OfferTypeForm
  draft: Draft
  status: OfferStatus | undefined
  isReadOnly: boolean
}

/** The form of a draft. What is typed stays until it is saved or discarded, whatever polls bring. */
export function Editor({ offer, offerType, draft, status, isReadOnly }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  const { form } = offerType
  const methods = useForm({ defaultValues: formValues(form, draft.offer.definition, draft.kept) })
  const { data: check } = useQuery(publishCheckQuery(offer))
  const address = useAddress(form)
  const [compares, setCompares] = useState(false)
  const saving = useSaving({ offer, offerType, draft, methods, isReadOnly, open: address.open })
  const { data: pictures } = useQuery({ ...pictureCheckQuery(offer, saving.base.tag), enabled: !isReadOnly })
  const faults = useMemo(() => [...faultsIn(check, status), ...(pictures?.problems ?? [])], [check, status, pictures])
  const kept = useKeptDraft({ offer, form, methods, saving })
  const state = useMemo(
    () => ({
      isReadOnly,
      faults,
      blocked: saving.blocked,
      asked: address.asked,
      unread: pictures?.unread ?? [],
    }),
    [isReadOnly, faults, saving.blocked, address.asked, pictures],
  )
  return (
    <EditorContext value={state}>
      <FormProvider {...methods}>
        <form className={styles.editor} noValidate onSubmit={saving.submit}>
          <Toolbar
            draft={saving.base}
            isReadOnly={isReadOnly}
            offer={offer}
            onCompare={() => setCompares(!compares)}
            saving={saving}
          />
          {compares && <ComparePanel form={form} offer={offer} slots={saving.base.comparable} />}
          {kept.found && <KeptDraftBar onDiscard={kept.discard} onRestore={kept.restore} time={kept.found.time} />}
          {saving.conflict && (
            <ConflictPanel
              conflict={saving.conflict}
              form={form}
              onMerge={saving.merge}
              onTakeTheirs={saving.takeTheirs}
            />
          )}
          <FaultBar offer={offer} />
          {!isReadOnly && <p className={styles.legend}>{t('legend')}</p>}
          <div className={styles.columns}>
            <TabList current={address.tab.name} form={form} />
            <TabPanel
              afterLeads={!isReadOnly && <TestLead isDirty={saving.isDirty} offer={offer} />}
              tab={address.tab}
            />
          </div>
        </form>
        <LeaveDialog isDirty={saving.isDirty} name={draft.offer.definition.displayText} />
      </FormProvider>
    </EditorContext>
  )
}
