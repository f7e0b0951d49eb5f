/**
 * Spreadsheets read a cell that begins like this as a formula; an apostrophe before it makes it text. Where the locale
 * separates cells by another sign, a cell begins inside our quotes too.
 */
const formula = /^(?=[=+\-@\p{Cc}＝＋－＠])|(?<=[;,\t\r\n]["'\s]*)(?=[=+\-@＝＋－＠])/gu

/** RFC 4180, every cell in quotes. */
export const csvLine = (cells: readonly string[], separator = ',') =>
  `${cells.map((cell) => `"${cell.replace(formula, "'").replaceAll('"', '""')}"`).join(separator)}\r\n`

/** A file of lines that are written while they are read. It begins with a byte order mark, by which spreadsheets recognize UTF-8. */
export function csvFile(name: string, lines: AsyncIterable<string>) {
  async function* text() {
    yield '\u{FEFF}'
    yield* lines
  }
  return new Response(ReadableStream.from(text()).pipeThrough(new TextEncoderStream()), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
