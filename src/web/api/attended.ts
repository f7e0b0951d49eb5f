/** Milliseconds after a person's last input for which they count as present. */
const presence = 60_000
let lastInput = Date.now()

const noteInput = () => {
  lastInput = Date.now()
}

export function watchInput() {
  for (const input of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
    window.addEventListener(input, noteInput, { capture: true, passive: true })
}

/** A page that polls on an empty desk must not keep its session alive: the service is told. */
export const isAttended = () => Date.now() - lastInput < presence
