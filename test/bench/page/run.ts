/** `npm run bench -- --page`: the page beside the same list in react-admin. Ratios count: both run in turn. `soak` after it only polls. */
import { chromium as playwright } from '@playwright/test'
import { chromium } from '../../browser/chromium.ts'
import { startPeer } from './peer.ts'
import { afterChange, afterClick } from './reactions.ts'
import { startService } from './service.ts'
import { print, row, table, verdict } from './table.ts'
import { type Visit, visit } from './visit.ts'
import { week } from './week.ts'

const option = (name: string, value: number) =>
  Number(process.argv.find((each) => each.startsWith(`--${name}=`))?.split('=')[1] ?? value)
const rounds = option('rounds', 7)
const polls = option('polls', 2_000)
const rates = [1, 4] as const
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

const launch = await chromium()
const browser = await playwright.launch({ ...launch, args: [...(launch.args ?? []), '--disable-gpu'] })
try {
  if (!process.argv.includes('soak')) for (const count of [5_000, 50_000]) await compare(count)
  await soak()
} finally {
  await browser.close()
}

async function compare(count: number) {
  const service = await startService(count)
  const peer = await startPeer(count)
  try {
    const pages = { ours: `${service.address}/offers`, peer: peer.address }
    const cold = { ours: { 1: [] as Visit[], 4: [] as Visit[] }, peer: { 1: [] as Visit[], 4: [] as Visit[] } }
    const warm = { ours: [] as number[], peer: [] as number[] }
    const clicks = { ours: [] as number[], peer: [] as number[] }
    const changes: number[] = []
    for (let round = 0; round <= rounds; round++)
      for (const who of ['ours', 'peer'] as const) {
        // The first round warms up.
        const keep = <Value>(values: Value[], value: Value) => round > 0 && values.push(value)
        for (const rate of rates) keep(cold[who][rate], await visit(browser, pages[who], rate))
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
        await visit(browser, pages[who], 1, context)
        keep(warm[who], (await visit(browser, pages[who], 1, context)).first)
        await context.close()
        keep(clicks[who], await afterClick(browser, pages[who]))
        if (who === 'ours') keep(changes, await afterChange(browser, pages.ours, service.change))
      }
    const figure = (who: 'ours' | 'peer', rate: 1 | 4, name: keyof Visit) =>
      median(cold[who][rate].map((each) => each[name]))
    const ratio = (ours: number, peer: number, limit: number) =>
      [ours, peer, ours / peer, `≤ ${limit} ×`, verdict(ours / peer <= limit)] as const
    table(`${count.toLocaleString('en-US')} offers, medians of ${rounds}`, [
      '',
      'page',
      'react-admin',
      'share',
      'bar',
      'met',
    ])
    const kilobytes = figure('ours', 1, 'kilobytes')
    row('KB to the first row', kilobytes, figure('peer', 1, 'kilobytes'), '', '≤ 150', verdict(kilobytes <= 150))
    const requests = figure('ours', 1, 'requests')
    row('requests to the first row', requests, figure('peer', 1, 'requests'), '', '≤ 10', verdict(requests <= 10))
    row('first row, ms', ...ratio(figure('ours', 1, 'first'), figure('peer', 1, 'first'), 0.6))
    row('first row at 4×, ms', ...ratio(figure('ours', 4, 'first'), figure('peer', 4, 'first'), 0.55))
    row('blocking at 4×, ms', ...ratio(figure('ours', 4, 'blocking'), figure('peer', 4, 'blocking'), 0.35))
    row('first row of a second visit, ms', median(warm.ours), median(warm.peer), median(warm.ours) / median(warm.peer))
    row('click to steps, ms', median(clicks.ours), median(clicks.peer), median(clicks.ours) / median(clicks.peer))
    row('changed answer to changed list at 4×, ms', median(changes), '', '', '≤ 16', verdict(median(changes) <= 16))
    row('heap, MB', figure('ours', 1, 'heap'), figure('peer', 1, 'heap'))
    row('elements', figure('ours', 1, 'elements'), figure('peer', 1, 'elements'))
  } finally {
    peer.stop()
    await service.stop()
  }
}

/** A week of polls, as fast as the service answers them. */
async function soak() {
  const service = await startService(5_000)
  try {
    table(`${polls.toLocaleString('en-US')} polls, of which each fiftieth brings a change`, [
      '',
      'heap, share of that after 100',
      'bar',
      'met',
      'elements',
      'listeners',
      'queries',
      'timers',
    ])
    for (const path of ['/offers', '/approvals', '/history'])
      await week(browser, service.address + path, path, polls, service.change)
    for (const tab of ['status', 'history', 'editor'])
      await week(browser, `${service.offer}/${tab}`, `an offer's ${tab}`, polls, service.change)
  } finally {
    await service.stop()
  }
  print('')
}
