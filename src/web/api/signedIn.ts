const name = 'signed-in'

/** Undefined where the reader has blocked storage. */
function openChannel() {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}

/** Tells the other tabs that a person signed in, so that they go on in the new session. */
export function tellSignedIn() {
  const channel = openChannel()
  channel?.postMessage(name)
  channel?.close()
}

export function onSignedIn(listener: () => void) {
  const channel = openChannel()
  channel?.addEventListener('message', listener)
  return () => channel?.close()
}
