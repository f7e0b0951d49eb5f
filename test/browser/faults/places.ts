import type { Locator } from '@playwright/test'
import { editorOf, historyOf, rowOf, statusOf } from '../fixtures.ts'
import type { Desk } from './desk.ts'

/** A page, or a part of every page. */
export type Place = {
  name: string
  path: (desk: Desk) => string
  /** What is there once the first answers have arrived. */
  content: (desk: Desk) => Locator
  /** What the reader presses to see it. */
  opener?: (desk: Desk) => Locator
  /** It renews itself, says how old it is, and shows this after a colleague's Go Live. */
  changed?: (desk: Desk) => Locator
  /** How it says in its own words that nothing could be loaded. */
  failure?: RegExp
}

export const places: readonly Place[] = [
  {
    name: 'All offers',
    path: ({ offer }) => `/offers?q=${offer.name}`,
    content: ({ page, offer }) => rowOf(page, offer.name),
    changed: ({ page }) => page.getByRole('row').getByText('Publish in progress'),
  },
  {
    name: 'Approvals',
    path: ({ offer }) => `/approvals?attention=all&q=${offer.name}`,
    content: ({ page, offer }) => rowOf(page, offer.name),
    changed: ({ page, offer }) => rowOf(page, offer.name).filter({ hasNotText: 'Go Live' }),
  },
  {
    name: 'Status',
    path: ({ offer }) => statusOf(offer),
    content: ({ page }) => page.getByRole('list', { name: 'Publishing steps' }),
    changed: ({ page }) => page.getByRole('main').getByText('Publish in progress').first(),
  },
  {
    name: 'Editor',
    path: ({ offer }) => editorOf(offer),
    content: ({ page }) => page.getByRole('textbox', { name: /^Name/ }),
  },
  {
    name: 'an offer’s History',
    path: ({ offer }) => historyOf(offer),
    content: ({ page }) => rowOf(page, 'Publish requested'),
    changed: ({ page }) => rowOf(page, 'Go Live requested'),
  },
  {
    name: 'History',
    path: ({ offer }) => `/history?q=${offer.name}`,
    content: ({ page }) => rowOf(page, 'Publish requested'),
    changed: ({ page }) => rowOf(page, 'Go Live requested'),
  },
  {
    name: 'News',
    path: () => '/offers',
    content: ({ page }) => page.getByRole('dialog').getByRole('listitem').first(),
    opener: ({ page }) => page.getByRole('button', { name: /Notifications/ }),
    failure: /The notifications could not be loaded/,
  },
  {
    name: 'New offer',
    path: () => '/offers/new',
    content: ({ page }) => page.getByRole('combobox').filter({ hasText: 'Contoso' }),
  },
  { name: 'Account', path: () => '/account', content: ({ page }) => page.getByText('You have no tokens.') },
]
