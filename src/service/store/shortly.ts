/** Calls `read` at most once in `milliseconds`: whoever asks in between gets the answer of the last call. */
export function shortly<T>(read: () => Promise<T>, milliseconds: number) {
  let begun = Number.NEGATIVE_INFINITY
  let answer: Promise<T> | undefined
  return {
    read: (): Promise<T> => {
      if (answer && performance.now() - begun < milliseconds) return answer
      begun = performance.now()
      const asked = read()
      answer = asked
      asked.catch(() => {
        if (answer === asked) answer = undefined
      })
      return asked
    },
    /** The last answer no longer counts. */
    expire: () => {
      answer = undefined
    },
  }
}
