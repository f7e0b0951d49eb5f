import { afterEach, beforeEach, expect, vi } from 'vitest'

if (typeof window !== 'undefined') {
  // jsdom has no layout: sizes never change, and no media query matches.
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  window.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: false,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    })
  Element.prototype.scrollIntoView ??= () => {}

  const { cleanup, configure } = await import('@testing-library/react')
  // Slow machines need time.
  configure({ asyncUtilTimeout: 10_000 })
  afterEach(() => {
    cleanup()
    localStorage.clear()
  })
}

/** jsdom lacks this element; every browser has it. */
const isUnknownSearch = ([text, tag]: unknown[]) => String(text).startsWith('The tag <%s>') && tag === 'search'

// A test that expects an error spies on the console itself, so the error does not count here.
const complaints: unknown[][] = []
beforeEach(() => {
  complaints.length = 0
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => {
      if (!isUnknownSearch(words)) complaints.push(words)
    })
  }
})
afterEach(() => {
  expect(complaints, 'nothing was said on the console').toEqual([])
})
