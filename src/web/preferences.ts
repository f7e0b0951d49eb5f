/** What a reader chose, kept in the browser. Where storage is blocked, a choice lasts as long as the page. */
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
    // Nothing is lost but the memory of the choice.
  }
}
