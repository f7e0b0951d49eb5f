import { afterEach, beforeEach, expect, vi } from 'vitest'

if (typeof window !== 'undefined') {
  // jsdom lays nothing out: there is never a size change to observe, nor a screen that prefers anything.
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
  // A busy machine is slow, not wrong.
  configure({ asyncUtilTimeout: 10_000 })
  afterEach(() => {
    cleanup()
    localStorage.clear()
  })
}

/** jsdom does not know the element, every browser does. */
const isUnknownSearch = ([text, tag]: unknown[]) => String(text).startsWith('The tag <%s>') && tag === 'search'

// A test that expects a complaint spies on the console itself, and so is not counted here.
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
