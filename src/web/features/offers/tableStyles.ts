import { makeStyles, tokens } from '@fluentui/react-components'

const narrow = '@media (max-width: 720px)'
const medium = '@media (min-width: 721px) and (max-width: 1040px)'

/** The table's places are shared by its head, its rows and its skeleton, so that none of them moves. */
export const useRowStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 1.5fr) minmax(0, 1.3fr) minmax(0, 3.2fr) minmax(0, 1.6fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minHeight: '40px',
    paddingInline: tokens.spacingHorizontalL,
    [medium]: { columnGap: tokens.spacingHorizontalS, paddingInline: tokens.spacingHorizontalM },
    [narrow]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas: '"name name" "status status" "offerType changed" "offerType action" "publisher ."',
      rowGap: tokens.spacingVerticalXXS,
      paddingBlock: tokens.spacingVerticalS,
      paddingInline: tokens.spacingHorizontalM,
    },
  },
})

export const useCellStyles = makeStyles({
  cell: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    padding: 0,
    height: 'auto',
    overflowWrap: 'anywhere',
  },
  name: { [narrow]: { gridArea: 'name' } },
  offerType: { [narrow]: { gridArea: 'offerType', color: tokens.colorNeutralForeground3 } },
  publisher: { [narrow]: { gridArea: 'publisher', color: tokens.colorNeutralForeground3 } },
  status: { [narrow]: { gridArea: 'status' } },
  changed: {
    fontVariantNumeric: 'tabular-nums',
    [narrow]: { gridArea: 'changed', color: tokens.colorNeutralForeground3 },
  },
  action: { [narrow]: { gridArea: 'action' } },
})
