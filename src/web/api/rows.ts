import { replaceEqualDeep } from '@tanstack/react-query'

/**
 * The answer's rows, each the known object where it is the same. Query compares lists place by place; here a row that
 * moved up must not make all those below it new.
 */
export function sharedRows<Row>(known: Row[], answer: Row[], nameOf: (row: Row) => string | number): Row[] {
  const byName = new Map(known.map((row) => [nameOf(row), row]))
  const rows = answer.map((row) => replaceEqualDeep(byName.get(nameOf(row)), row) as Row)
  return rows.length === known.length && rows.every((row, place) => row === known[place]) ? known : rows
}
