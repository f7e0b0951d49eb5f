// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Only the main thread of a process follows a change of its time zone, as a browser does. */
const journey = `
  import { shortTime } from './src/web/i18n/format.ts'
  for (const zone of ['America/Los_Angeles', 'Asia/Tokyo']) {
    process.env.TZ = zone
    console.log(shortTime('2026-03-01T12:00:00Z', 'en-US'))
  }
`

test('times are shown in the time zone where the reader is by now', () => {
  const shown = execFileSync(process.execPath, ['--input-type=module', '-e', journey], { encoding: 'utf8' })
  expect(shown.replaceAll('\u202f', ' ').trim().split('\n')).toEqual([
    expect.stringContaining('4:00 AM'),
    expect.stringContaining('9:00 PM'),
  ])
})
