// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { languageFrom } from '../../src/contract/languages.ts'
import { age, duration, shortTime } from '../../src/web/i18n/format.ts'

describe('the first language of the page (asked 16)', () => {
  test.each([
    [undefined, ['zh'], 'zh-CN'],
    [undefined, ['zh-Hans'], 'zh-CN'],
    [undefined, ['zh-Hans-SG', 'en'], 'zh-CN'],
    [undefined, ['zh-SG'], 'zh-CN'],
    [undefined, ['fr-CA'], 'fr-FR'],
    [undefined, ['ko'], 'ko-KR'],
    [undefined, ['de-DE', 'ko-KR', 'en'], 'ko-KR'],
    [undefined, ['de-DE', 'it'], 'en-US'],
    [undefined, [], 'en-US'],
    ['fr-FR', ['ko-KR'], 'fr-FR'],
    ['xx-XX', ['ko-KR'], 'ko-KR'],
  ] as const)('saved %s, browser %j: %s', (saved, wished, greeted) => {
    expect(languageFrom(saved, wished)).toBe(greeted)
  })
})

test.each([
  ['en-US', '2 days 3 hr', '5 hr 31 min', '0 sec'],
  ['zh-CN', '2 天 3 小时', '5 小时 31 分钟', '0 秒'],
  ['fr-FR', '2 j 3 h', '5 h 31 min', '0 s'],
  ['ko-KR', '2일 3시간', '5시간 31분', '0초'],
])('in %s a duration says its two largest units and stays on one line', (language, days, hours, nothing) => {
  const passed = [(2 * 24 + 3) * 3_600_000 + 59_000, (5 * 60 + 31) * 60_000, 400]
  const said = passed.map((milliseconds) => duration(milliseconds, language))
  expect(said.map((text) => text.replaceAll(/\s/g, ' '))).toEqual([days, hours, nothing])
  expect(said.join('')).not.toContain(' ')
})

test.each([
  ['en-US', '5 seconds ago', '1 minute ago', '2 hours ago'],
  ['zh-CN', '5 秒前', '1 分钟前', '2 小时前'],
  ['fr-FR', 'il y a 5 secondes', 'il y a 1 minute', 'il y a 2 heures'],
  ['ko-KR', '5초 전', '1분 전', '2시간 전'],
])('in %s an age passes in steps that do not distract', (language, seconds, minutes, hours) => {
  const said = [7_900, 119_000, 2 * 3_600_000].map((passed) => age(passed, language)?.replaceAll(/\s/g, ' '))
  expect(said).toEqual([seconds, minutes, hours])
  expect(age(4_900, language)).toBeUndefined()
  expect(age(-3_000, language)).toBeUndefined()
})

test('French writes an hour before ten with two digits', () => {
  const morning = new Date(new Date().getFullYear(), 10, 21, 9, 12).toISOString()
  expect(shortTime(morning, 'fr-FR')).toMatch(/09:12$/)
  expect(shortTime(morning, 'en-US')).toMatch(/ 9:12/)
})
