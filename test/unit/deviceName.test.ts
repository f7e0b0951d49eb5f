// @vitest-environment node
import { expect, test } from 'vitest'
import { deviceName } from '../../src/web/features/account/deviceName.ts'

const mozilla = 'Mozilla/5.0'
const like = 'AppleWebKit/537.36 (KHTML, like Gecko)'
test.each([
  [`${mozilla} (Windows NT 10.0; Win64; x64) ${like} Chrome/147.0 Safari/537.36 Edg/147.0`, 'Edge · Windows'],
  [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${like} Chrome/147.0 Safari/537.36`, 'Chrome · macOS'],
  [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${like} Version/26.0 Safari/605.1.15`, 'Safari · macOS'],
  [`${mozilla} (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0`, 'Firefox · Linux'],
  [`${mozilla} (Linux; Android 16) ${like} Chrome/147.0 Mobile Safari/537.36`, 'Chrome · Android'],
  [`${mozilla} (iPhone; CPU iPhone OS 26_0 like Mac OS X) ${like} CriOS/147.0 Mobile Safari/604.1`, 'Chrome · iOS'],
  ['curl/8.9', 'curl/8.9'],
  ['', ''],
])('%s is shown as %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})
