import { makeStyles, tokens } from '@fluentui/react-components'

const narrow = '@media (max-width: 720px)'
const medium = '@media (max-width: 1040px)'

/** The table's places are shared by its head, its rows and its skeleton, so that none of them moves. */
export const useRowStyles = makeStyles({
  row: {
    display: 'grid',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minHeight: '40px',
    paddingInline: tokens.spacingHorizontalL,
    [medium]: { columnGap: tokens.spacingHorizontalS, paddingInline: tokens.spacingHorizontalM },
    // On a narrow screen a row becomes a card: name, status, and the rest in one line.
    [narrow]: { display: 'flex', flexWrap: 'wrap', rowGap: tokens.spacingVerticalXXS, paddingBlock: '10px' },
  },
  offers: {
    gridTemplateColumns: 'minmax(0, 2.85fr) minmax(0, 1.6fr) minmax(0, 0.9fr) minmax(0, 3.25fr) minmax(148px, 1.4fr)',
  },
  approvals: {
    gridTemplateColumns: 'minmax(0, 2.6fr) minmax(0, 0.9fr) minmax(0, 1.6fr) minmax(0, 3.5fr) minmax(0, 1.9fr)',
  },
})

const lesser = { order: 1, flex: '0 1 auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 }

export const useCellStyles = makeStyles({
  cell: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: '0px',
    minHeight: '0px',
    // A row of two lines keeps its distance from the lines around it.
    padding: '4px 0px',
    [narrow]: { padding: '0px' },
    height: 'auto',
    overflowWrap: 'anywhere',
  },
  name: { [narrow]: { flexBasis: '100%' } },
  status: { [narrow]: { flexBasis: '100%' } },
  offerType: { [narrow]: lesser },
  publisher: { [narrow]: lesser },
  changed: { fontVariantNumeric: 'tabular-nums', [narrow]: lesser },
  action: { [narrow]: lesser },
})
