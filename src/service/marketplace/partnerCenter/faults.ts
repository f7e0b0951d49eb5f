import type { Finding } from './errors.ts'

/** Partner Center understood the call and refused it. */
export class RefusedError extends Error {
  readonly status: number
  readonly findings: Finding[]
  constructor(status: number, findings: Finding[]) {
    super(findings[0]?.message ?? `Partner Center answered ${status}.`)
    this.status = status
    this.findings = findings
  }
}

/** Partner Center did not answer, or cannot now. `reached`: the call may have arrived nevertheless. */
export class UnavailableError extends Error {
  readonly reached: boolean
  constructor(message: string, { reached = false }: { reached?: boolean } = {}) {
    super(message)
    this.reached = reached
  }
}

/** The account's budget is spent, or Partner Center asked to wait: the call was not sent. */
export class WaitError extends UnavailableError {
  readonly freeAt: Date
  constructor(freeAt: Date) {
    super('The calls to Partner Center have to wait.')
    this.freeAt = freeAt
  }
}

/** The app may not sign in, or has no access: only a person can change that. */
export class AccessError extends Error {}

/** A call that changes something got no clear answer: it may have been applied, so it is never repeated. */
export class UnclearError extends Error {}
