import { makeStyles, tokens } from '@fluentui/react-components'
import { medium, narrow } from './widths.styles.ts'

/** A table is a grid whose rows become cards in a narrow list. Each list sets the widths of its columns. */
export const useTableStyles = makeStyles({
  body: { transitionProperty: 'opacity', transitionDuration: tokens.durationFast },
  busy: { opacity: 0.5 },
  row: {
    position: 'relative',
    boxSizing: 'border-box',
    display: 'grid',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minHeight: '40px',
    paddingInline: tokens.spacingHorizontalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [medium]: { columnGap: tokens.spacingHorizontalS, paddingInline: tokens.spacingHorizontalM },
    // In a narrow list a row becomes a card: the important cells first, the others in one line.
    [narrow]: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
      padding: `10px ${tokens.spacingHorizontalM}`,
    },
  },
  bodyRow: {
    color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    '@media (forced-colors: active)': { ':hover': { color: 'Highlight' } },
  },
  cell: {
    display: 'flex',
    flex: '1 1 0px',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    // A row of two lines keeps its distance from the lines around it.
    padding: '4px 0px',
    [narrow]: { padding: '0px' },
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  wide: { [narrow]: { flexBasis: '100%' } },
  lesser: {
    [narrow]: { order: 1, flex: '0 1 auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  },
  opens: { cursor: 'pointer' },
  changes: { backgroundColor: tokens.colorNeutralBackground3, fontStyle: 'italic' },
  note: {
    flexBasis: '100%',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  group: {
    display: 'flex',
    boxSizing: 'border-box',
    minHeight: '32px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  groupCell: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'center',
    height: '32px',
    padding: `0px ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    [medium]: { padding: `0px ${tokens.spacingHorizontalM}` },
    [narrow]: { padding: `0px ${tokens.spacingHorizontalM}` },
  },
  multiline: { alignItems: 'start', paddingBlock: '6px' },
  compact: { minHeight: '28px', lineHeight: tokens.lineHeightBase200 },
  // Under the top bar, which stays at the top of wider screens.
  head: {
    position: 'sticky',
    zIndex: 1,
    top: '49px',
    backgroundColor: tokens.colorNeutralBackground2,
    [narrow]: { position: 'static' },
  },
  headRow: {
    color: tokens.colorNeutralForeground3,
    minHeight: '36px',
    [narrow]: { paddingBlock: '0px', columnGap: tokens.spacingHorizontalL },
  },
  headCell: {
    // Its words are ours: they are never broken.
    overflowWrap: 'normal',
    position: 'relative',
    minWidth: 0,
    [narrow]: { flexShrink: 0 },
  },
})
