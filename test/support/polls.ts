import type { Page } from '@playwright/test'

declare global {
  interface Window {
    answers: number
    asking: number
  }
}

/** Runs in the page before its own code: counts the answers that it gets, and those that it still waits for. */
export function countAnswers() {
  const real = window.fetch
  window.answers = 0
  window.asking = 0
  window.fetch = async (...request) => {
    window.asking++
    try {
      return await real(...request)
    } finally {
      window.asking--
      window.answers++
    }
  }
}

/**
 * Lets the page poll so many times, until no request is under way: it asks again whenever its tab is looked at, unless it
 * still waits for an answer.
 */
export const poll = (page: Page, times: number) =>
  page.evaluate(async (times) => {
    const end = window.answers + times
    while (window.answers < end || window.asking > 0) {
      if (window.answers < end) window.dispatchEvent(new Event('visibilitychange'))
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
  }, times)
