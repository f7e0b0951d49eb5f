import { AsyncLocalStorage } from 'node:async_hooks'

/** The ID of the request that the running code works for: every log line and error answer names it. */
export const currentRequest = new AsyncLocalStorage<string>()
