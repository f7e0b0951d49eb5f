import { makeStyles, tokens } from '@fluentui/react-components'

const accent = {
  borderBottomColor: tokens.colorCompoundBrandStroke,
  boxShadow: `inset 0 -1px 0 ${tokens.colorCompoundBrandStroke}`,
  // Forced colours drop shadows and show outlines.
  outline: '2px solid transparent',
} as const

/** The frame of a field, like Fluent's: its lower edge is stronger, and takes the brand's colour with the focus. */
export const useFieldStyles = makeStyles({
  frame: {
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':hover': {
      border: `1px solid ${tokens.colorNeutralStroke1Hover}`,
      borderBottomColor: tokens.colorNeutralStrokeAccessibleHover,
    },
    ':focus-within': accent,
  },
})
