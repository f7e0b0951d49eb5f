import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'div'>, 'role'> & {
  as: 'table' | 'rowgroup' | 'row' | 'rowheader' | 'columnheader' | 'cell'
}

/**
 * A part of a table. Rows are grids that become cards, and table elements lose their roles in some browsers once they are
 * laid out like that, so the parts are plain elements with roles.
 */
export function Part({ as, ...props }: Props) {
  return <div role={as} {...props} />
}
