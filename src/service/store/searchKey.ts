/** A text as it is searched and sorted: without regard to case and to the width of its characters. */
export const searchKey = (text: string) => text.normalize('NFKC').toLowerCase()
