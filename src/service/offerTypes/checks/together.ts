import type { Check } from './check.ts'

/** One check that finds what each of them finds. */
export const together =
  (...checks: readonly Check[]): Check =>
  (definition) =>
    checks.flatMap((check) => check(definition))
