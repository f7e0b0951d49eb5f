// @vitest-environment node
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadPicture } from '../../src/service/offerTypes/pictures.ts'
import { pictureReader } from '../../src/service/pictures/reader.ts'
import { startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

/** The first bytes of a PNG file of this size, and blanks after them. */
function png(width: number, height: number, bytes = 64) {
  const file = Buffer.alloc(bytes)
  file.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  file.writeUInt32BE(width, 16)
  file.writeUInt32BE(height, 20)
  return file
}

const answers: Record<string, RequestListener> = {
  '/40x40.png': (_, answer) => answer.end(png(40, 40)),
  '/moved': (_, answer) => answer.writeHead(302, { location: '/40x40.png' }).end(),
  '/endless': (_, answer) => answer.writeHead(302, { location: '/endless' }).end(),
  '/inside': (_, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/metadata' }).end(),
  '/photo': (_, answer) => answer.end(Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
  '/page': (_, answer) => answer.end('<html>'),
  '/cut': (_, answer) => answer.end(png(40, 40).subarray(0, 12)),
  '/large': (_, answer) => {
    const write = () => void (answer.writable && answer.write(Buffer.alloc(65_536), () => setImmediate(write)))
    write()
  },
}
const server = createServer((request, answer) =>
  (answers[request.url!] ?? ((_, none) => none.writeHead(404).end()))(request, answer),
)
let origin = ''
let read: ReadPicture
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  read = pictureReader({
    isOpen: (address) => address === '127.0.0.1',
    isUsualPort: (given) => given === '' || given === String(port),
  })
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('a picture at an address', () => {
  test.each([
    ['/40x40.png', { format: 'PNG', size: [40, 40], bytes: 64 }],
    ['/moved', { format: 'PNG', size: [40, 40], bytes: 64 }],
    ['/photo', { format: 'JPEG', bytes: 4 }],
    ['/page', { bytes: 6 }],
    ['/cut', { bytes: 12 }],
    ['/large', 'larger'],
    ['/missing', undefined],
    ['/endless', undefined],
    ['/inside', undefined],
  ])('%s is read as %j', async (path, expected) => {
    expect(await read(origin + path, 100_000)).toEqual(expected)
  })

  test.each([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://2130706433/',
    'https://localhost/',
    'ftp://contoso.com/',
    'nonsense',
  ])('%s is never asked for', async (address) => {
    expect(await pictureReader()(address, 100)).toBeUndefined()
  })

  test('at an unusual port is never asked for', async () => {
    expect(await pictureReader({ isOpen: () => true })(`${origin}/40x40.png`, 100)).toBeUndefined()
  })
})

test('each picture of a draft is compared with what its field requires; what cannot be read is said and no fault', async () => {
  const pictures: Record<string, Awaited<ReturnType<ReadPicture>>> = {
    'https://contoso.com/small.png': { format: 'PNG', size: [48, 40], bytes: 900 },
    'https://contoso.com/medium.png': { format: 'JPEG', bytes: 900 },
    'https://contoso.com/large.png': 'larger',
    'https://contoso.com/shot.png': { format: 'PNG', size: [1280, 720], bytes: 900 },
    'https://contoso.com/film.gif': { format: 'GIF', bytes: 900 },
  }
  const service = await startService({ deps: () => ({ readPicture: async (address) => pictures[address] }) })
  const tool = toolOf(service)
  const field = (name: string) => `microsoft-azure-marketplace.${name}`
  const { offerId } = await service.anOffer({
    content: ({ offer, ...others }) => ({
      ...others,
      offer: {
        ...offer,
        [field('smallLogo')]: 'https://contoso.com/small.png',
        [field('mediumLogo')]: 'https://contoso.com/medium.png',
        [field('largeLogo')]: 'https://contoso.com/large.png',
        [field('wideLogo')]: 'https://contoso.com/wide.png',
        [field('heroLogo')]: undefined,
        [field('screenshots')]: [{ url: 'https://contoso.com/shot.png' }, { url: 'https://contoso.com/film.gif' }],
      },
    }),
  })
  const path = `/api/portal/publishers/contoso/offers/${offerId}/pictureCheck`
  const { json } = await tool.post(path)
  expect(json.problems.map(({ code, target, values }: Record<string, unknown>) => [code, target, values])).toEqual([
    ['pictureSize', field('smallLogo'), { actual: '48 × 40', expected: '40 × 40' }],
    ['pictureFormat', field('mediumLogo'), { expected: 'PNG' }],
    ['pictureTooLarge', field('largeLogo'), { limit: '512' }],
    ['pictureFormat', field('screenshots'), { expected: 'PNG', entry: '2' }],
  ])
  expect(json.problems[0].tab).toBe('marketplace')
  expect(json.unread).toEqual([{ target: field('wideLogo') }])
  expect((await tool.post(path, undefined, { as: 'minjun' })).status).toBe(403)
  await service.close()
})
