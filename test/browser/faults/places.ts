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
  /** It renews itself and says how old it is. */
  polls: boolean
  /** How it says in its own words that nothing could be loaded. */
  failure?: RegExp
}

export const places: readonly Place[] = [
  { name: 'All offers', path: () => '/offers', content: ({ page }) => rowOf(page, 'Web server'), polls: true },
  { name: 'Approvals', path: () => '/approvals', content: ({ page }) => rowOf(page, 'Web server'), polls: true },
  {
    name: 'Status',
    path: ({ offer }) => statusOf(offer),
    content: ({ page }) => page.getByRole('list', { name: 'Publishing steps' }),
    polls: true,
  },
  {
    name: 'Editor',
    path: ({ offer }) => editorOf(offer),
    content: ({ page }) => page.getByRole('textbox', { name: /^Name/ }),
    polls: false,
  },
  {
    name: 'an offer’s History',
    path: ({ offer }) => historyOf(offer),
    content: ({ page }) => rowOf(page, 'Publish requested'),
    polls: true,
  },
  { name: 'History', path: () => '/history', content: ({ page }) => rowOf(page, 'Publish requested'), polls: true },
  {
    name: 'News',
    path: () => '/offers',
    content: ({ page }) => page.getByRole('dialog').getByRole('listitem').first(),
    opener: ({ page }) => page.getByRole('button', { name: /Notifications/ }),
    failure: /The notifications could not be loaded/,
    polls: false,
  },
  {
    name: 'New offer',
    path: () => '/offers/new',
    content: ({ page }) => page.getByRole('combobox').filter({ hasText: 'Contoso' }),
    polls: false,
  },
  {
    name: 'Account',
    path: () => '/account',
    content: ({ page }) => page.getByText('You have no tokens.'),
    polls: false,
  },
]
