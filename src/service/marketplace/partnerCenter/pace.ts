const minute = 60_000
const hour = 60 * minute

/** When to look at an offer again; spread by a tenth, so that offers do not all come due at once. */
export function nextLook(
  { movingSince, failures }: { movingSince: Date | undefined; failures: number },
  now: Date,
  random: () => number,
): Date {
  const wait = failures > 0 ? Math.min(30 * minute, minute * 2 ** Math.min(failures, 5)) : rest(movingSince, now)
  return new Date(now.getTime() + wait * (0.9 + 0.2 * random()))
}

function rest(movingSince: Date | undefined, now: Date) {
  if (!movingSince) return 30 * minute
  const age = now.getTime() - movingSince.getTime()
  return age < 15 * minute ? minute : age < 6 * hour ? 5 * minute : 10 * minute
}
