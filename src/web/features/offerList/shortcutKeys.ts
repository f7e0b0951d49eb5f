/** The offers on screen, as links in the order of the list. */
const links = () => [...document.querySelectorAll<HTMLElement>('main [role=rowheader] a')]

/** `/` goes to the search; `j` and `k` to the next and the previous offer, from the one whose row has the focus. */
export function follow(key: string) {
  if (key === '/') return document.querySelector<HTMLElement>('search input')?.focus()
  const all = links()
  const row = document.activeElement?.closest('[role=row]')
  const place = all.findIndex((link) => row?.contains(link))
  const next = key === 'j' ? place + 1 : Math.max(0, place - 1)
  all[Math.min(next, all.length - 1)]?.focus()
}
