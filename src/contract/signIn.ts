/** Why a person could not be signed in: the page says it in their language. */
export const signInFailures = ['issuerAway', 'refused', 'expired', 'invalid', 'noAccess'] as const
export type SignInFailure = (typeof signInFailures)[number]

/** The addresses of sign-in: `start` and `callback` are the service's, the others are pages that everyone may see. */
export const signInPaths = {
  start: '/sign-in',
  callback: '/sign-in/callback',
  logout: '/sign-in/logout',
  failed: '/sign-in-failed',
  signedIn: '/signed-in',
  signedOut: '/signed-out',
} as const

/** Where sign-in starts for a page of this site; `asAnother` makes the issuer ask who it is, even if it knows somebody. */
export const signInAddress = (returnTo: string, asAnother = false) =>
  `${signInPaths.start}?returnTo=${encodeURIComponent(returnTo)}${asAnother ? '&prompt=login' : ''}`
