import type { NotificationKind } from '../../src/contract/notifications.ts'
import { compose } from '../../src/service/outbox/mail/compose.ts'
import { oneLine } from '../../src/service/outbox/mail/words.ts'
import { hostileTexts } from '../support/hostile.ts'
import { separator } from '../support/hostileAnswers.ts'
import { expect } from './fixtures.ts'
import { missing, test } from './hostilePage.ts'

const some = (from: number) => hostileTexts.slice(from, from + 300).join(separator)
const [name, step, reason] = [some(0), some(300), some(600)]

const message = (text: string) => ({
  messageHtml: text,
  level: 'error',
  timestamp: '',
  code: 'foreign',
  content: [text],
  target: text,
  values: { link: text },
})

/** What stands in a mail of each kind. */
const kinds: Partial<Record<NotificationKind, string[]>> = {
  live: [name],
  canceled: [name, reason],
  reviewIssue: [name, reason, ...hostileTexts],
  error: [name, reason, ...hostileTexts],
}

test('mails have hostile texts to the letter, on one line and inside the window, and they do nothing', async ({
  page,
}) => {
  for (const [kind, shown] of Object.entries(kinds)) {
    const { html } = compose(
      {
        id: 1,
        submission_id: 'a',
        publisher_id: 'contoso',
        offer_id: 'relay',
        kind,
        step_id: 'x',
        details: JSON.stringify({
          name,
          version: 1,
          step: { code: 'foreign', name: step },
          messages: hostileTexts.slice(0, 200).map(message),
          review: { reason, issues: hostileTexts.map((title) => ({ title, link: title })) },
          cancellation: { by: { kind: 'person', name }, reason, time: '' },
        }),
        recipients: 'avery@contoso.com',
        language: 'fr-FR',
        created_time: '',
        attempts: 0,
        next_time: null,
        sent_time: null,
        error: null,
        progress: null,
      },
      'http://127.0.0.1:1',
    )
    await page.goto('about:blank')
    await page.setContent(html.toWellFormed())
    expect(
      await missing(
        page,
        shown.map((text) => oneLine(text).toWellFormed()),
      ),
      kind,
    ).toEqual([])
    const links = await page.evaluate(() => [...document.links].map(({ href }) => href))
    expect(
      links.filter((link) => !/^https?:/.test(link)),
      kind,
    ).toEqual([])
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return { scrollWidth, clientWidth }
    })
    expect(scrollWidth, kind).toBeLessThanOrEqual(clientWidth)
  }
})
