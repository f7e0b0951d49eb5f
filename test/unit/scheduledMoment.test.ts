// @vitest-environment node
import { expect, test } from 'vitest'
import { momentOf } from '../../src/contract/scheduledMoment.ts'

const now = new Date('2026-03-02T09:00:00.000Z')
const at = (date: string, time: string, zone: string) => {
  const meant = momentOf({ date, time, zone }, now)
  return 'fault' in meant ? meant.fault : [meant.moment.toISOString(), ...(meant.isTwice ? ['twice'] : [])]
}

test('a time is that of the clocks in its zone, in winter and in summer', () => {
  expect(at('2026-03-10', '09:00', 'UTC')).toEqual(['2026-03-10T09:00:00.000Z'])
  expect(at('2026-03-10', '09:00', 'Europe/Paris')).toEqual(['2026-03-10T08:00:00.000Z'])
  expect(at('2026-04-10', '09:00', 'Europe/Paris')).toEqual(['2026-04-10T07:00:00.000Z'])
  expect(at('2026-03-10', '09:00', 'Asia/Seoul')).toEqual(['2026-03-10T00:00:00.000Z'])
  expect(at('2026-03-10', '00:30', 'Pacific/Kiritimati')).toEqual(['2026-03-09T10:30:00.000Z'])
  expect(at('2026-03-10', '23:45', 'Asia/Kathmandu')).toEqual(['2026-03-10T18:00:00.000Z'])
})

test('a time that the clocks skip does not exist, and of two the first is meant', () => {
  expect(at('2026-03-29', '02:30', 'Europe/Paris')).toBe('noSuchTime')
  expect(at('2026-03-29', '03:00', 'Europe/Paris')).toEqual(['2026-03-29T01:00:00.000Z'])
  const october = new Date('2026-10-20T00:00:00.000Z')
  expect(momentOf({ date: '2026-10-25', time: '02:30', zone: 'Europe/Paris' }, october)).toEqual({
    moment: new Date('2026-10-25T00:30:00.000Z'),
    isTwice: true,
  })
})

test('a time that has passed, is months away or has no known zone is refused', () => {
  expect(at('2026-03-02', '09:00', 'UTC')).toBe('timePassed')
  expect(at('2026-03-02', '09:01', 'UTC')).toEqual(['2026-03-02T09:01:00.000Z'])
  expect(at('2026-06-30', '09:00', 'UTC')).toBe('timeTooFar')
  expect(at('2026-03-10', '09:00', 'Mars/Olympus')).toBe('unknownZone')
})
