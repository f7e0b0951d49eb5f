// @vitest-environment node
import { expect, test } from 'vitest'
import { isolated } from '../../src/contract/isolated.ts'

test('a text that is read from left to right stays as it is', () => {
  for (const text of ['Contoso VPN Gateway', '콘토소', '合同', 'Été – <b>{{name}}</b> $t(app)', '', '😀'])
    expect(isolated(text)).toBe(text)
})

test('a text with letters or marks of the other direction is isolated from the sentence around it', () => {
  for (const text of ['שער', 'بوابة', 'safe\u202egnp.exe', '\u200f', '\u{1e900}'])
    expect(isolated(text)).toBe(`\u2068${text}\u2069`)
})

test('nothing in the text ends the isolation early or keeps it open', () => {
  expect(isolated('a\u2069b\u2069\u202ec')).toBe('\u2068\u2068\u2068a\u2069b\u2069\u202ec\u2069')
  expect(isolated('a\u2066b\u2067c')).toBe('\u2068a\u2066b\u2067c\u2069\u2069\u2069')
  expect(isolated('\u2067a\u2069b')).toBe('\u2068\u2067a\u2069b\u2069')
})
