/** When a day begins where the reader is: the day of `time`, or one that lies so many days before it. */
export function startOfDay(time: number, daysBefore = 0): number {
  const day = new Date(time)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBefore).getTime()
}
