// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Content } from '../../src/contract/content.ts'
import { parseContent } from '../../src/service/publishing/parseContent.ts'
import { startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

/** Published script injections, most of them from OWASP's filter evasion list. */
const attacks = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//attacker.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<SCRIPT>alert(1);//<</SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<img """><script>alert(1)</script>">',
  '<IMG SRC=`javascript:alert(1)`>',
  '<img src="x:x" onerror="&#97;lert(1)">',
  '<svg/onload=alert(1)>',
  '<svg><script>alert&#40;1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><a xlink:href="javascript:alert(1)">x</a></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#x0A;script:alert(1)">x</a>',
  '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="blob:https://attacker.example/1">x</a>',
  '<a href="//attacker.example">x</a>',
  '<a href="https:attacker">x</a>',
  '<a href="https://contoso.com" onclick="alert(1)" style="position:fixed;inset:0" target="_self" ping="//attacker.example">x</a>',
  '<a href="https://contoso.com"><a href="javascript:alert(1)">x</a></a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<base href="javascript:alert(1)//">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel="stylesheet" href="javascript:alert(1)"><style>@import"javascript:alert(1)"</style>',
  '<body onload=alert(1)><input autofocus onfocus=alert(1)><details open ontoggle=alert(1)>',
  '<p style="background:url(javascript:alert(1))" id="__proto__" class="x" is="x">x</p>',
  '<template><script>alert(1)</script></template>',
  '<textarea><img src=x onerror=alert(1)></textarea><title><img src=x onerror=alert(1)></title>',
  '<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>alert(1)',
  '<!--<img src="--><img src=x onerror=alert(1)//">-->',
  '<![CDATA[<script>alert(1)</script>]]><?xml version="1.0"?><!DOCTYPE html>',
  '<li><ul><li><a href=mailto:a@b.c?subject=%0aBcc:x>x</a>',
]

const types = ['link', 'list', 'item', 'emphasis', 'code', 'paragraph']

/** Expects only content that the page can render, and only links to web and mail addresses. */
function expectHarmless(content: Content) {
  for (const node of content) {
    if (typeof node === 'string') continue
    expect(types).toContain(node.type)
    expect(Object.keys(node).sort().join()).toBe(node.type === 'link' ? 'children,href,type' : 'children,type')
    if (node.type === 'link') {
      expect(node.href).toMatch(/^(?:https?|mailto):/i)
      // As a browser would parse it, including blanks.
      expect(['http:', 'https:', 'mailto:', undefined]).toContain(URL.parse(node.href)?.protocol)
    }
    expectHarmless(node.children)
  }
}

test.each(attacks)('%s becomes harmless', (attack) => {
  const content = parseContent(attack)
  expect(Content.safeParse(content).data).toEqual(content)
  expectHarmless(content)
  expectHarmless(parseContent(`<p>Before <b>${attack}</b> after</p>`))
})

const names = [
  'a',
  'p',
  'ul',
  'li',
  'b',
  'code',
  'svg',
  'math',
  'script',
  'style',
  'table',
  'td',
  'template',
  'iframe',
  'select',
  'form',
]
const addresses = [
  'javascript:alert(1)',
  'data:text/html,x',
  'https://contoso.com',
  'java\nscript:x',
  '&#106;avascript:x',
  'mailto:a@b.c',
  '#x',
]
const { html } = fc.letrec<{ html: string; element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom('href', 'xlink:href', 'src', 'onclick', 'HREF'),
      fc.constantFrom(...addresses),
      tie('html'),
      fc.boolean(),
    )
    .map(
      ([name, attribute, address, inner, closed]) =>
        `<${name} ${attribute}="${address}">${inner}${closed ? `</${name}>` : ''}`,
    ),
  html: fc.oneof(
    { maxDepth: 5 },
    fc.string(),
    fc.constantFrom(...attacks),
    tie('element'),
    fc.array(tie('element'), { maxLength: 3 }).map((parts) => parts.join(' ')),
  ),
}))

test('any nesting of tags, closed or not, becomes harmless', () => {
  fc.assert(
    fc.property(html, (text) => expectHarmless(parseContent(text))),
    { numRuns: 500 },
  )
})

test('a reviewer’s intended formatting stays', () => {
  expect(
    parseContent(
      '<p>See <a href="https://dev.azure.com/x">the <em>issue</em></a>:</p><ul><li>one</li><li><code>two</code></li></ul>',
    ),
  ).toEqual([
    {
      type: 'paragraph',
      children: [
        'See ',
        {
          type: 'link',
          href: 'https://dev.azure.com/x',
          children: ['the ', { type: 'emphasis', children: ['issue'] }],
        },
        ':',
      ],
    },
    {
      type: 'list',
      children: [
        { type: 'item', children: ['one'] },
        { type: 'item', children: [{ type: 'code', children: ['two'] }] },
      ],
    },
  ])
})

test('deeply nested tags do not exhaust the service', () => {
  for (const tag of ['b', 'ul><li', 'a href=https://a.b'])
    for (const depth of [100, 5_000]) expectHarmless(parseContent(`<${tag}>`.repeat(depth)))
})

test('markup in a review reaches the publisher as text', async () => {
  const service = await startService({ at: '2026-03-02T09:00:00.000Z' })
  const tool = toolOf(service)
  const offer = await service.anOffer({ type: 'microsoft-azure-applications' })
  await service.operator.hold(offer)
  await service.publish(offer)
  await service.settle()
  if ((await tool.statusOf(offer.offerId)).status === 'waitingForPublisherReview') await service.goLive(offer)
  await service.settle()
  const issues = attacks.map((title, index) => ({ title, link: `https://dev.azure.com/${index}?"><script>` }))
  await service.operator.reject({ ...offer, reason: attacks.join(' '), issues })
  const { steps } = await tool.statusOf(offer.offerId)
  const [message] = steps.find(({ status }: { status: string }) => status === 'rejected').messages
  expectHarmless(message.content)
  const list = message.content.find((node: { type?: string }) => node.type === 'list')
  expect(
    list.children.map((item: { children: { children: string[] }[] }) => item.children[0]!.children.join('')),
  ).toEqual(attacks)
  // Clients of the documented API get HTML in which the markup is escaped.
  expect(message.messageHtml).not.toMatch(/<(?!\/?(?:a|p|ul|li)\b)/)
  await service.close()
})
