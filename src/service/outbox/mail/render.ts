import { escaped } from '../../publishing/messages.ts'

/** `noteLink` is where the note leads, `link` where the text does. */
type Item = { text: string; note?: string; noteLink?: string; link?: string }

/** A mail's parts, top to bottom; each text is one line. */
export type Block = { text: string; link?: string } | { heading: string } | { items: Item[] } | { small: string[] }

export const toText = (blocks: Block[]) => `${blocks.map(blockText).join('\n\n')}\n`

function blockText(block: Block): string {
  if ('heading' in block) return block.heading
  if ('small' in block) return block.small.join('\n')
  if ('text' in block) return [block.text, block.link].filter(Boolean).join('\n')
  return block.items
    .map(({ text, note, noteLink, link }) => `- ${[text, note, noteLink, link].filter(Boolean).join('\n  ')}`)
    .join('\n')
}

export const toHtml = (blocks: Block[], title: string, language: string) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>` +
  `<body style="font-family:'Segoe UI',Arial,sans-serif;font-size:14px;line-height:20px;overflow-wrap:anywhere">${blocks.map(blockHtml).join('')}</body></html>`

const anchor = (link: string, text: string) => `<a href="${escaped(link)}">${escaped(text)}</a>`

function blockHtml(block: Block): string {
  if ('heading' in block) return `<h2 style="font-size:16px;margin:16px 0 4px">${escaped(block.heading)}</h2>`
  if ('small' in block) return `<p style="color:#616161;font-size:12px">${block.small.map(escaped).join('<br>')}</p>`
  if ('text' in block) return `<p>${block.link ? anchor(block.link, block.text) : escaped(block.text)}</p>`
  const items = block.items.map(({ text, note, noteLink, link }) =>
    [link ? anchor(link, text) : escaped(text), note && (noteLink ? anchor(noteLink, note) : escaped(note))]
      .filter(Boolean)
      .join('<br>'),
  )
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}
