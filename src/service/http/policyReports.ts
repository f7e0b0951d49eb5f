import { Hono } from 'hono'
import { z } from 'zod'
import { ProblemError } from '../problems.ts'
import type { Deps } from './deps.ts'
import { callerAddress } from './forwarded.ts'
import { limitBody } from './limitBody.ts'
import { parse } from './problems.ts'
import { rateLimit } from './rateLimit.ts'

const perMinute = 30
const largestKilobytes = 64
const mostReports = 20

/** The form of `report-uri`. */
const Single = z.object({
  'csp-report': z.object({
    'document-uri': z.string(),
    'effective-directive': z.string().optional(),
    'violated-directive': z.string().optional(),
    'blocked-uri': z.string().optional(),
    'source-file': z.string().nullish(),
    'line-number': z.number().nullish(),
  }),
})

/** The form of `report-to`; other kinds of reports arrive in the same list. */
const Several = z
  .array(
    z.object({
      type: z.string(),
      body: z
        .object({
          documentURL: z.string().optional(),
          effectiveDirective: z.string().optional(),
          blockedURL: z.string().optional(),
          sourceFile: z.string().nullish(),
          lineNumber: z.number().nullish(),
        })
        .nullish(),
    }),
  )
  .max(mostReports)

type Violation = { page: string; directive: string; blocked: string; source: string; line: number | undefined }

const violationsIn = (content: unknown): Violation[] =>
  Array.isArray(content)
    ? parse(Several, content).flatMap(({ type, body }) =>
        type === 'csp-violation' && body
          ? {
              page: body.documentURL ?? '',
              directive: body.effectiveDirective ?? '',
              blocked: body.blockedURL ?? '',
              source: body.sourceFile ?? '',
              line: body.lineNumber ?? undefined,
            }
          : [],
      )
    : [parse(Single, content)['csp-report']].map((report) => ({
        page: report['document-uri'],
        directive: report['effective-directive'] ?? report['violated-directive'] ?? '',
        blocked: report['blocked-uri'] ?? '',
        source: report['source-file'] ?? '',
        line: report['line-number'] ?? undefined,
      }))

/** Browsers report what the content policy stopped: it is logged, and it means an attack, an extension or a fault of ours. */
export function policyReports({ hosts, proxies, now, log }: Pick<Deps, 'hosts' | 'proxies' | 'now' | 'log'>) {
  const limit = rateLimit(perMinute, now)
  const isOurs = ({ page }: Violation) => hosts.includes(URL.parse(page)?.hostname ?? '')

  return new Hono()
    .use(async (c, next) => {
      limit.count(callerAddress(c, proxies))
      await next()
    })
    .post('/', limitBody(largestKilobytes), async (c) => {
      // No form or script of another site can send these types.
      if (!/^application\/(?:csp-report|reports\+json)\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
        throw new ProblemError('UnsupportedMediaType', 'Reports are sent by browsers.')
      const content: unknown = await c.req.json().catch(() => undefined)
      for (const violation of violationsIn(content).filter(isOurs)) log(new Error(sentence(violation)))
      return c.body(null, 204)
    })
}

const sentence = ({ page, directive, blocked, source, line }: Violation) =>
  `The content policy stopped ${plain(directive)} on ${place(page)}: ${place(blocked)}` +
  (source ? `, from ${place(source)}${line === undefined ? '' : ` line ${line}`}` : '')

/** An address without what can hold a secret: user, password, query and fragment; of a data: address the scheme only. */
function place(address: string) {
  const url = URL.parse(address)
  if (!url) return plain(address)
  return plain(/^https?:$/.test(url.protocol) ? url.host + url.pathname : url.protocol)
}

/** Reports are written by anyone: no control characters, and no long texts, reach the log. */
const plain = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 200)
