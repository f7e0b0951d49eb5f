import { expect, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

export const themes = ['light', 'dark', 'highContrast'] as const

/** WCAG 2.2 AA, and axe’s best practices. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Preferences that the page finds in its browser. */
export const choose = (page: Page, choice: { language?: string; theme?: string }) =>
  page.addInitScript((choice) => {
    for (const [name, value] of Object.entries(choice)) localStorage.setItem(name, value)
  }, choice)

/** The accessibility violations that axe finds in the page as it is now. */
export const violations = (page: Page, except: string[] = []) =>
  found(page, { runOnly: rules, rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])) })

/** What the browser must prefer so that the page shows a theme without a choice of the reader. */
const preferences = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  highContrast: { colorScheme: 'dark', contrast: 'more' },
} as const

/** The only rules whose result depends on the theme, which changes colours and nothing else. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** The violations in each theme, of a page whose reader chose none. The page is not loaded again. */
export async function violationsInEachTheme(page: Page, except: string[] = []) {
  const inThemes = []
  for (const theme of themes) {
    await page.emulateMedia(preferences[theme])
    await expect(page.locator(`[data-theme="${theme}"]`)).toBeVisible()
    const inTheme =
      theme === 'light' ? violations(page, except) : found(page, { runOnly: { type: 'rule', values: colourRules } })
    inThemes.push(...(await inTheme).map((violation) => ({ theme, ...violation })))
  }
  await page.emulateMedia(preferences.light)
  return inThemes
}

async function found(page: Page, options: RunOptions) {
  await page.evaluate(stillness)
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    // They take the keyboard focus only to pass it on immediately.
    (options) => axe.run({ exclude: [['[data-tabster-dummy]']] }, options),
    { ...options, resultTypes: ['violations' as const] },
  )
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 200)) }))
}

/** An element that fades in has its final colours only at the end. */
const stillness = () =>
  Promise.allSettled(
    document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      .map(({ finished }) => finished),
  )
