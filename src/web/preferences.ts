/** The reader's choices, kept in the browser. When storage is blocked, a choice lasts as long as the page. */
export function savedPreference(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

export function savePreference(name: string, value: string) {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Only remembering the choice is lost.
  }
}

export function forgetPreference(name: string) {
  try {
    localStorage.removeItem(name)
  } catch {
    // Nothing is kept there.
  }
}
