export const print = (text: string) => process.stdout.write(`${text}\n`)
export const verdict = (met: boolean) => (met ? 'yes' : 'NO')

export function table(title: string, columns: string[]) {
  print(`\n${title}\n`)
  print(`| ${columns.join(' | ')} |`)
  print(`|${'---|'.repeat(columns.length)}`)
}

/** Shares have two digits, small numbers one, others none. */
const shown = (value: string | number) =>
  typeof value === 'string' ? value : value < 2 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)

export const row = (...cells: (string | number)[]) => print(`| ${cells.map(shown).join(' | ')} |`)
