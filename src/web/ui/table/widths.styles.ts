/** The widths of the list, which has less room than the screen. The two never apply at once. */
export const narrow = '@container (width < 900px)'
export const medium = '@container (900px <= width < 1100px)'
