// @vitest-environment node
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { addressIn, isPublic, publicLookup } from '../../src/service/publicAddresses.ts'

describe('an address', () => {
  test.each([
    '93.184.215.14',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
    '2a00:1450:4001::8a',
  ])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '100.100.100.200',
    '169.254.169.254',
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    'fc00::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublic(address)).toBe(false)
  })

  test.each([
    ['http://127.0.0.1/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://[::1]:80/', '::1'],
    ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['https://example.com/', undefined],
  ])('is found in %s however it is written', (url, address) => {
    expect(addressIn(new URL(url))).toBe(address)
  })
})

describe('a host name', () => {
  const resolved = (...addresses: string[]) => {
    const look = publicLookup(async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
    return promisify((done: (error: Error | null, found?: unknown) => void) =>
      look('example.com', { all: true }, (error, found) => done(error, found)),
    )()
  }

  test('leads to the addresses that were checked', async () => {
    expect(await resolved('8.8.8.8', '2a00:1450:4001::8a')).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2a00:1450:4001::8a', family: 6 },
    ])
  })

  test('with one private address among public ones leads nowhere', async () => {
    await expect(resolved('8.8.8.8', '10.0.0.1')).rejects.toThrow('The address leads to a private network.')
    await expect(resolved()).rejects.toThrow('The address leads to a private network.')
  })
})
