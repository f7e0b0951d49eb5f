// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/contract/languages.ts'
import { type NotificationKind, notificationKinds } from '../../src/contract/notifications.ts'
import type { Issue } from '../../src/contract/operator.ts'
import type { Message } from '../../src/contract/status.ts'
import { compose } from '../../src/service/outbox/mail/compose.ts'
import { type Actor, microsoft, person } from '../../src/service/publishing/actor.ts'
import { messageOf, reviewMessages } from '../../src/service/publishing/messages.ts'
import type { InvitationDetails, NotificationDetails } from '../../src/service/publishing/notifications.ts'

const now = new Date('2026-03-02T08:00:00Z')
const step = {
  id: 'microsoft-review',
  code: 'microsoft-review',
  stepName: 'Microsoft review',
  description: '',
} as const
const oneIssue: Issue[] = [{ title: '42', link: 'https://dev.azure.com/42' }]
const review = (reason?: string, issues = oneIssue) => ({
  messages: reviewMessages(
    { ...step, actor: 'microsoft', status: 'rejected', messages: [] },
    { issues, reason, form: [] },
    now,
  ),
  review: { reason, issues },
})

const mail = (
  kind: NotificationKind,
  language: string,
  details: Partial<NotificationDetails> = {},
  home = 'http://localhost:4280',
) =>
  compose(
    {
      id: 1,
      submission_id: 'b3c9b4a2-0000-4000-8000-000000000000',
      publisher_id: 'contoso',
      offer_id: 'relay',
      kind,
      step_id: 'microsoft-review',
      details: JSON.stringify({
        name: '7',
        version: 3,
        step: { code: 'microsoft-review', name: 'Microsoft review' },
        messages: [],
        ...details,
      } satisfies NotificationDetails),
      recipients: 'avery@contoso.com, camille@contoso.com',
      language,
      created_time: now.toISOString(),
      attempts: 0,
      next_time: null,
      sent_time: null,
      error: null,
      progress: null,
    },
    home,
  )

describe.each(languages)('in %s', (language) => {
  const fault = messageOf({ code: 'noVmImage', message: 'No image.', target: 'plans', values: { plan: '9' } }, now)
  test.each(notificationKinds)('%s is complete, with no text in another language', (kind) => {
    const { subject, text, html } = mail(kind, language, {
      ...(kind === 'error' ? { messages: [fault] } : review('66')),
      ...(kind === 'canceled' && { cancellation: { by: microsoft, reason: '66', time: now.toISOString() } }),
    })
    expect(subject).toContain('7')
    expect(subject).toMatch(/^[^\r\n]{5,90}$/)
    expect(subject + text + html).not.toMatch(/\{\{|undefined|\bnull\b|\[object/)
    expect(html).toContain(`<html lang="${language}">`)
    expect(text).toContain('http://localhost:4280/publishers/contoso/offers/relay/status')
    if (kind === 'error') expect(text).toContain('9')
    if (kind === 'reviewIssue') expect(text).toContain('- 42\n  https://dev.azure.com/42')
    if (kind === 'reviewIssue' || kind === 'canceled') expect(text).toContain('66')
    const foreign = {
      'en-US': /[\u3400-\u9fff\uac00-\ud7af]/,
      'fr-FR': /\b(?:the|is|offer|step)\b/,
      'zh-CN': /\b(?:the|offer|step)\b|[\uac00-\ud7af]/i,
      'ko-KR': /\b(?:the|offer|step)\b|[\u3400-\u9fff]/i,
    }
    const words = text.replaceAll(/https?:\S+/g, '')
    expect(words).not.toMatch(foreign[language])
  })

  test.each<[string, Actor]>([
    ['a publisher', person('avery@contoso.com')],
    ['a person called microsoft', person('microsoft')],
    ['Microsoft', microsoft],
    ['the service', { kind: 'system', name: 'hidden name' }],
  ])('says that %s canceled', (_, by) => {
    const { text } = mail('canceled', language, { cancellation: { by, time: now.toISOString() } })
    expect(text.includes(by.name)).toBe(by.kind === 'person')
    expect(text.split('\n')[0]).toContain('7')
  })
})

describe('an invitation', () => {
  const invitation = (language: string, signsIn: boolean) =>
    compose(
      {
        id: 1,
        submission_id: 'b3c9b4a2-0000-4000-8000-000000000000',
        publisher_id: 'contoso',
        offer_id: '',
        kind: 'invitation',
        step_id: '1',
        details: JSON.stringify({
          publisher: '<b>7</b>',
          inviter: 'avery@contoso.com',
          role: 'reader',
          expiresTime: '2026-03-16T08:00:00.000Z',
          signsIn,
        } satisfies InvitationDetails),
        recipients: 'zoe@example.com',
        language,
        created_time: now.toISOString(),
        attempts: 0,
        next_time: null,
        sent_time: null,
        error: null,
        progress: null,
      },
      'https://portal.example',
    )

  test.each(languages)('names publisher, role, address and end in %s, and leads to the sign-in', (language) => {
    const { subject, text, html, recipients } = invitation(language, true)
    expect(recipients).toEqual(['zoe@example.com'])
    expect(subject).toContain('<b>7</b>')
    expect(html).not.toContain('<b>7</b>')
    expect(subject + text + html).not.toMatch(/\{\{|undefined|\bnull\b|: reader/)
    for (const part of ['avery@contoso.com', 'zoe@example.com', '2026', 'https://portal.example/sign-in?returnTo='])
      expect(text).toContain(part)
  })

  test('leads to the page where nobody signs in', () => {
    expect(invitation('en-US', false).text).toContain('Sign in\nhttps://portal.example\n')
  })
})

test('French keeps its signs with their words', () => {
  const texts = notificationKinds
    .map((kind) => mail(kind, 'fr-FR', review('Motif')))
    .map(({ subject, text }) => subject + text)
  for (const text of texts) expect(text.replaceAll(/https?:\S+/g, '')).not.toMatch(/[^\u00a0][:;!?»]|«[^\u00a0]/)
})

test('sign-off is never confused with signing out', () => {
  for (const language of languages) {
    const { subject, text } = mail('signOffNeeded', language)
    expect(subject + text).not.toMatch(/sign[ -]?out|注销|登出|로그아웃|déconnexion/i)
  }
  expect(mail('signOffNeeded', 'en-US').subject).toContain('sign-off')
  expect(mail('signOffNeeded', 'zh-CN').subject).toContain('签收')
  expect(mail('signOffNeeded', 'fr-FR').subject).toContain('validation')
  expect(mail('signOffNeeded', 'ko-KR').subject).toContain('게시자 확인')
})

test('a fault leads to its field in the Editor, of the plan and version that have it', () => {
  const target = 'plans.microsoft-azure-virtualmachines.vmImages'
  const values = { plan: 'basic', version: '1.0.0' }
  const fault = messageOf({ code: 'sasQueryMissing', message: 'No "?"', target, tab: 'plans', values }, now)
  const { text, html } = mail('error', 'en-US', { messages: [fault] })
  const address = `http://localhost:4280/publishers/contoso/offers/relay/editor?field=${target}&plan=basic&version=1.0.0`
  expect(text).toContain(`Where to fix it: SKUs › Virtual machine images\n  ${address}`)
  expect(html).toContain(`<a href="${address.replaceAll('&', '&amp;')}">Where to fix it:`)
})

describe('without a translation', () => {
  test('an unknown code is described in the service’s own words, as text', () => {
    const unknown: Message = {
      messageHtml: '',
      level: 'error',
      timestamp: now.toISOString(),
      code: 'brandNew',
      content: ['The <b>flux</b> ', { type: 'emphasis', children: ['broke'] }, '.'],
      target: 'some.newField',
    }
    const { text, html } = mail('error', 'en-US', { messages: [unknown] })
    expect(text).toContain('- The <b>flux</b> broke.\n  Where to fix it: some.newField')
    expect(html).toContain('The &lt;b&gt;flux&lt;/b&gt; broke.')
  })

  test('an unknown step has its own name, and an unknown language falls back to English', () => {
    const details = { step: { code: 'new-step', name: 'Quantum check' } }
    expect(mail('stillWaiting', 'fr-FR', details).text).toContain('Quantum check')
    expect(mail('live', 'tlh').subject).toBe('7 is live')
  })

  test('an address that is not http or https is no link', () => {
    const { text, html } = mail('reviewIssue', 'en-US', review('', [{ title: 'Ask', link: 'mailto:x@y' }]))
    expect(text).toContain('- Ask\n\n')
    expect(html).toContain('<li>Ask</li>')
  })
})

test('a refusal without issues gives its reason', () => {
  const { text } = mail('error', 'en-US', review('The logo is blurred.', []))
  expect(text).toContain('Reason: The logo is blurred.')
})

test('an issue keeps its exact title, including markup', () => {
  const { text } = mail(
    'reviewIssue',
    'en-US',
    review('', [{ title: 'Put <li> & </li> around *each* entry', link: '' }]),
  )
  expect(text).toContain('- Put <li> & </li> around *each* entry\n')
})

test('an offer’s Arabic name and a Hebrew issue stand in the sentence without turning it', () => {
  const issue: Issue = { title: 'שגיאה (1)', link: 'https://dev.azure.com/42' }
  const { subject, text, html } = mail('reviewIssue', 'en-US', { name: 'بوابة 7', ...review(undefined, [issue]) })
  expect(subject).toContain('\u2068بوابة 7\u2069')
  for (const part of [text, html]) {
    expect(part).toContain('\u2068بوابة 7\u2069')
    expect(part).toContain('\u2068שגיאה (1)\u2069')
  }
})
