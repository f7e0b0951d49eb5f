import type { Kysely } from 'kysely'

type Node = string | { type: string; href?: string; children: Node[] }
type Tables = { notification: { id: number; kind: string; details: string } }

/** Notifications of a review kept its reason and issues only inside the message composed of them. */
export async function up(db: Kysely<Tables>) {
  for (let rows = await next(db, 0); rows.length > 0; rows = await next(db, rows.at(-1)!.id))
    for (const { id, details } of rows) {
      const { messages = [], ...others } = JSON.parse(details)
      const content: Node[] = messages.flatMap((message: { content?: Node[] }) => message.content ?? [])
      const reason = textOf(all('paragraph', content))
      const issues = all('item', content).map((item) => {
        const [link] = all('link', [item])
        return { title: textOf([item]), ...(typeof link === 'object' && { link: link.href }) }
      })
      if (!reason && issues.length === 0) continue
      const review = { ...(reason && { reason }), issues }
      const structured = JSON.stringify({ ...others, messages, review })
      await db.updateTable('notification').set({ details: structured }).where('id', '=', id).execute()
    }
}

const next = (db: Kysely<Tables>, after: number) =>
  db
    .selectFrom('notification')
    .select(['id', 'details'])
    .where('kind', 'in', ['error', 'reviewIssue'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(500)
    .execute()

const all = (type: string, content: Node[]): Node[] =>
  content.flatMap((node) => (typeof node === 'string' ? [] : node.type === type ? [node] : all(type, node.children)))

const textOf = (content: Node[]): string =>
  content.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
