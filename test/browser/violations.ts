import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

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
  found(page, (axe) => axe.withTags(rules).disableRules(except))

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
    const inTheme = theme === 'light' ? violations(page, except) : found(page, (axe) => axe.withRules(colourRules))
    inThemes.push(...(await inTheme).map((violation) => ({ theme, ...violation })))
  }
  await page.emulateMedia(preferences.light)
  return inThemes
}

async function found(page: Page, choose: (axe: AxeBuilder) => AxeBuilder) {
  await page.evaluate(stillness)
  // They take the keyboard focus only to pass it on immediately.
  const { violations } = await choose(new AxeBuilder({ page })).exclude('[data-tabster-dummy]').analyze()
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
