// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { age, duration } from '../../src/web/i18n/format.ts'
import { languageFrom } from '../../src/web/i18n/language.ts'

describe('the language one is greeted in', () => {
  test.each([
    [undefined, ['zh'], 'zh-CN'],
    [undefined, ['zh-Hans-SG', 'en'], 'zh-CN'],
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

test('a duration says its two largest units in each language', () => {
  const passed = (2 * 24 + 3) * 3_600_000 + 59_000
  expect(duration(passed, 'en-US')).toBe('2 days 3 hr')
  expect(duration(passed, 'zh-CN')).toBe('2天3小时')
  expect(duration(passed, 'ko-KR')).toBe('2일 3시간')
  expect(duration(passed, 'fr-FR').replaceAll(/\s/g, ' ')).toBe('2 j 3 h')
  expect(duration(400, 'en-US')).toBe('0 sec')
})

test('an age passes in steps that let the eye rest', () => {
  expect(age(7_900, 'en-US')).toBe('5 seconds ago')
  expect(age(119_000, 'en-US')).toBe('1 minute ago')
  expect(age(-3_000, 'en-US')).toBe('now')
})
