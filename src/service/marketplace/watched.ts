import type { Watch } from '../watch.ts'
import type { Marketplace } from './marketplace.ts'

/** The same marketplace, whose calls that can move an offer are counted and traced. */
export function watchedMarketplace(name: string, marketplace: Marketplace, { asked, within }: Watch): Marketplace {
  const watched =
    <A extends unknown[], T>(act: string, call: (...facts: A) => Promise<T>) =>
    async (...facts: A): Promise<T> => {
      const told = (outcome: 'moved' | 'still' | 'failed') => asked?.({ marketplace: name, act, outcome })
      const run = () => call(...facts)
      try {
        const answer = await (within ? within({ kind: 'call', name: `${name} ${act}` }, run) : run())
        told(answer === undefined ? 'still' : 'moved')
        return answer
      } catch (error) {
        told('failed')
        throw error
      }
    }
  return {
    ...marketplace,
    submit: watched('submit', marketplace.submit),
    signOff: watched('signOff', marketplace.signOff),
    withdraw: watched('withdraw', marketplace.withdraw),
    delist: watched('delist', marketplace.delist),
    relist: watched('relist', marketplace.relist),
    observe: watched('observe', marketplace.observe),
  }
}
