/** Each item with a key that no other has, which stays as long as the items before it do: equal names are numbered. */
export function keyed<Item>(items: readonly Item[], nameOf: (item: Item) => string) {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const name = nameOf(item)
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return { key: `${name} ${number}`, item }
  })
}
