import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** An address leads into this machine or its network, which text from outside must not reach. */
export class PrivateAddressError extends Error {
  constructor() {
    super('The address leads to a private network.')
  }
}

/** https://www.iana.org/assignments/iana-ipv4-special-registry, and the host that serves Azure's virtual machines. */
const closedIPv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
]
/** Within the global addresses: transition mechanisms that carry an IPv4 address, documentation, and benchmarks. */
const closedIPv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const closed = listOf('ipv4', closedIPv4)
const openIPv6 = listOf('ipv6', ['2000::/3'])
const exceptIPv6 = listOf('ipv6', closedIPv6)

function listOf(family: 'ipv4' | 'ipv6', networks: string[]) {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), family)
  }
  return list
}

/** Whether an IP address belongs to the public internet. */
export const isPublic = (address: string) =>
  isIP(address) === 4
    ? !closed.check(address, 'ipv4')
    : openIPv6.check(address, 'ipv6') && !exceptIPv6.check(address, 'ipv6')

/** The host of a URL, where it is an IP address. */
export const addressIn = ({ hostname }: URL) => {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) ? host : undefined
}

export type Resolve = (host: string) => Promise<LookupAddress[]>
const ask: Resolve = (host) => lookup(host, { all: true })

/**
 * For connections to hosts that people name: the socket connects to the very addresses that were checked, so that a name
 * that is answered differently the next time gains nothing. Sockets do not look IP addresses up: check those before.
 */
export const publicLookup =
  (resolve: Resolve = ask): LookupFunction =>
  (host, { all }, done) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses
        if (!first || !addresses.every(({ address }) => isPublic(address))) done(new PrivateAddressError(), [])
        else if (all) done(null, addresses)
        else done(null, first.address, first.family)
      },
      (error: Error) => done(error, []),
    )
  }
