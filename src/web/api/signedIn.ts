const name = 'signed-in'

/** Tells the other tabs that a person signed in, so that they go on in the new session. */
export function tellSignedIn() {
  const channel = new BroadcastChannel(name)
  channel.postMessage(name)
  channel.close()
}

export function onSignedIn(listener: () => void) {
  const channel = new BroadcastChannel(name)
  channel.onmessage = listener
  return () => channel.close()
}
