/** Keeps as many values as `most`, the ones that were set last. */
export function latest<T>(most: number) {
  const kept = new Map<string, T>()
  return {
    get: (key: string) => kept.get(key),
    set(key: string, value: T) {
      kept.delete(key)
      kept.set(key, value)
      if (kept.size > most) kept.delete(kept.keys().next().value!)
    },
  }
}
