import { makeStyles, shorthands, tokens } from '@fluentui/react-components'

/** How native controls look here. A form of hundreds of fields types faster with them. */
export const useInputStyles = makeStyles({
  input: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalMNudge}`,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '0px' },
    ':read-only:not(select)': { backgroundColor: tokens.colorNeutralBackground3 },
    '[aria-invalid="true"]': shorthands.borderColor(tokens.colorStatusDangerBorder2),
  },
  area: { display: 'block', resize: 'vertical' },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  check: { width: '18px', height: '18px', margin: 0, accentColor: tokens.colorCompoundBrandBackground },
})
