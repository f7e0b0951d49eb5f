import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export const themes = ['light', 'dark', 'highContrast'] as const

/** WCAG 2.2 AA, and axe’s best practices. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Preferences that the page finds in its browser. */
export const choose = (page: Page, choice: { language?: string; theme?: string }) =>
  page.addInitScript((choice) => {
    for (const [name, value] of Object.entries(choice)) localStorage.setItem(name, value)
  }, choice)

/** The accessibility violations that axe finds in the page as it is now. */
export async function violations(page: Page, except: string[] = []) {
  await page.evaluate(stillness)
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(rules)
    .disableRules(except)
    // They take the keyboard focus only to pass it on immediately.
    .exclude('[data-tabster-dummy]')
    .analyze()
  return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 200)) }))
}

/** An element that fades in has its final colours only at the end. */
const stillness = () =>
  Promise.allSettled(
    document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      .map(({ finished }) => finished),
  )
