import { makeStyles, tokens } from '@fluentui/react-components'

const pressed = ':hover:active,:active:focus-visible'
const forced = '@media (forced-colors: active)'
const noBorder = { border: '1px solid transparent' } as const

/** What a disabled button looks like, whatever the pointer does. */
const disabled = {
  backgroundColor: tokens.colorNeutralBackgroundDisabled,
  border: `1px solid ${tokens.colorNeutralStrokeDisabled}`,
  color: tokens.colorNeutralForegroundDisabled,
} as const

/** Looks like Fluent's button, without the code that the first row would wait for. */
export const useButtonStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalSNudge,
    boxSizing: 'border-box',
    minWidth: '96px',
    margin: 0,
    padding: `5px ${tokens.spacingHorizontalM}`,
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyBase,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    transitionDuration: tokens.durationFaster,
    transitionProperty: 'background, border, color',
    transitionTimingFunction: tokens.curveEasyEase,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0.01ms' },
    ':focus-visible': {
      border: `1px solid ${tokens.colorStrokeFocus2}`,
      outline: `2px solid ${tokens.colorTransparentStroke}`,
      boxShadow: `inset 0 0 0 1px ${tokens.colorStrokeFocus2}`,
      zIndex: 1,
    },
    [forced]: {
      ':hover': { border: '1px solid Highlight', color: 'Highlight' },
    },
  },
  secondary: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ':hover': {
      border: `1px solid ${tokens.colorNeutralStroke1Hover}`,
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    [pressed]: {
      border: `1px solid ${tokens.colorNeutralStroke1Pressed}`,
      backgroundColor: tokens.colorNeutralBackground1Pressed,
      color: tokens.colorNeutralForeground1Pressed,
    },
  },
  primary: {
    ...noBorder,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    [pressed]: { backgroundColor: tokens.colorBrandBackgroundPressed },
    ':focus-visible': {
      boxShadow: `${tokens.shadow2}, inset 0 0 0 1px ${tokens.colorStrokeFocus2}, inset 0 0 0 2px ${tokens.colorNeutralForegroundOnBrand}`,
    },
    [forced]: {
      forcedColorAdjust: 'none',
      border: '1px solid HighlightText',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      ':hover': { border: '1px solid Highlight', backgroundColor: 'HighlightText', color: 'Highlight' },
    },
  },
  subtle: {
    ...noBorder,
    backgroundColor: tokens.colorSubtleBackground,
    color: tokens.colorNeutralForeground2,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2Hover },
    [pressed]: { backgroundColor: tokens.colorSubtleBackgroundPressed, color: tokens.colorNeutralForeground2Pressed },
  },
  transparent: {
    ...noBorder,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground2,
    ':hover': { color: tokens.colorNeutralForeground2BrandHover },
    [pressed]: { color: tokens.colorNeutralForeground2BrandPressed },
  },
  small: {
    minWidth: '64px',
    padding: `3px ${tokens.spacingHorizontalS}`,
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase200,
  },
  smallWithIcon: { paddingBlock: '1px' },
  iconOnly: { minWidth: '32px', maxWidth: '32px', padding: '5px' },
  smallIconOnly: { minWidth: '24px', maxWidth: '24px', padding: '1px' },
  disabled: {
    ...disabled,
    cursor: 'not-allowed',
    ':hover': disabled,
    [pressed]: disabled,
    [forced]: {
      border: '1px solid GrayText',
      backgroundColor: 'ButtonFace',
      color: 'GrayText',
      ':hover': { border: '1px solid GrayText', color: 'GrayText' },
    },
  },
  // A disabled button without a border has no background either.
  disabledFlat: {
    ...noBorder,
    backgroundColor: 'transparent',
    ':hover': { ...noBorder, backgroundColor: 'transparent' },
    [pressed]: { ...noBorder, backgroundColor: 'transparent' },
  },
  icon: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    fontSize: '20px',
    width: '20px',
    height: '20px',
  },
})
