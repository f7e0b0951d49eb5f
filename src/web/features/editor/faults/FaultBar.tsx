import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { fieldPath, type OfferAddress, type Opens, paths } from '../../../paths.ts'
import { PageLink } from '../../../ui/PageLink.tsx'
import { faultsAt, useEditor } from '../context.ts'
import { useFieldWords } from '../words.ts'
import { useFaultText } from './FaultTexts.tsx'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    // Below the bar of the page.
    top: '49px',
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
  },
  right: {
    ...shorthands.borderColor(tokens.colorStatusSuccessBorder1),
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  count: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: 'anywhere' },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalXS },
})

/** Leads from fault to fault, and back to where they were reported. */
export function FaultBar({ offer }: { offer: OfferAddress }) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  const { state } = useLocation()
  const { faults, asked } = useEditor()
  const { label, tab } = useFieldWords()
  const faultText = useFaultText()
  if (faults.length === 0) return null
  const at = asked ? faults.findIndex((fault) => faultsAt([fault], asked.target, asked.plan).length > 0) : -1
  const current = faults[at]
  const open = faults.filter(({ isCorrected }) => !isCorrected)
  const before = faults[at < 0 ? -1 : at - 1]
  const after = faults[at + 1]
  const link = (fault: typeof current, words: string) => {
    const path = fault && fieldPath(offer, fault)
    return (
      path && (
        <PageLink replace state={state} to={path}>
          {words}
        </PageLink>
      )
    )
  }
  return (
    <section
      aria-label={t('fault.label')}
      className={mergeClasses(styles.bar, (current ? current.isCorrected : open.length === 0) && styles.right)}
    >
      <p className={styles.text}>
        <span className={styles.count}>
          {current
            ? t('fault.number', { number: at + 1, total: faults.length })
            : open.length === 0
              ? t('fault.allCorrected')
              : t('fault.count', { count: open.length })}
        </span>
        {current && (
          <>
            {' '}
            {tab(current.tab ?? '')} › {label(current.target ?? '')}
          </>
        )}
      </p>
      {current && <p className={styles.text}>{current.isCorrected ? t('fault.corrected') : faultText(current)}</p>}
      <div className={styles.links}>
        {link(before, t('fault.previous'))}
        {link(after, t(at < 0 ? 'fault.first' : 'fault.next'))}
        <PageLink
          state={open.length === 0 ? ({ ...state, opens: 'publish' } satisfies Opens) : state}
          to={paths.status(offer.publisherId, offer.offerId)}
        >
          {t(open.length === 0 ? 'fault.publishAgain' : 'fault.back')}
        </PageLink>
      </div>
    </section>
  )
}
