import type { CDPSession } from '@playwright/test'
import { countAnswers, poll } from '../support/polls.ts'
import { expect, rowOf, statusOf, test } from './fixtures.ts'

for (const place of ['the list', 'an offer'] as const)
  test(`a page left open at ${place} holds no more memory after 2,000 polls than after 500`, async ({
    page,
    service,
  }) => {
    test.setTimeout(180_000)
    for (let number = 1; number <= 50; number++) await service.anOffer({ name: `Web server ${number}` })
    const offer = await service.anOffer({ name: 'Mail server' })
    await service.publish(offer)
    await service.settle()
    await page.addInitScript(countAnswers)
    await page.goto(place === 'the list' ? '/offers' : statusOf(offer))
    await expect(
      place === 'the list' ? rowOf(page, 'Mail server') : page.getByRole('list', { name: 'Publishing steps' }),
    ).toBeVisible()

    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Performance.enable')
    // Until then, the browser still compiles what runs often.
    await poll(page, 500)
    const early = await held(devtools)
    await poll(page, 1_500)
    const late = await held(devtools)
    test.info().annotations.push({ type: 'held', description: JSON.stringify({ early, late }) })
    expect(late.heap).toBeLessThanOrEqual(1.1 * early.heap)
    expect(late.elements).toBeLessThanOrEqual(early.elements)
    expect(late.listeners).toBeLessThanOrEqual(early.listeners)
  })

/** What is left once the garbage is collected. */
async function held(devtools: CDPSession) {
  // What the first pass finalizes, the second collects.
  for (let pass = 0; pass < 2; pass++) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value
  return { heap: metric('JSHeapUsedSize'), elements: metric('Nodes'), listeners: metric('JSEventListeners') }
}
