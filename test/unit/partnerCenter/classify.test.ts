// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { SeenRow } from '../../../src/service/marketplace/partnerCenter/answers.ts'
import { classify, type Push } from '../../../src/service/marketplace/partnerCenter/classify.ts'

/** `preview 3 running` is a row with the number 3, created on the third day. */
function row(text: string): SeenRow {
  const [target = '', n = '', word = '', lifecycleState = 'generallyAvailable'] = text.split(' ')
  const over = word === 'succeeded' || word === 'failed'
  return {
    n,
    target,
    status: over ? 'completed' : word,
    result: over ? word : 'pending',
    lifecycleState,
    created: `2026-05-${n.padStart(2, '0')}T00:00:00.0000000Z`,
  }
}

const publish = (known: string[], more: Partial<Push> = {}): Push => ({
  kind: 'publish',
  known,
  patience: true,
  ...more,
})
const goLive = (n: string, more: Partial<Push> = {}): Push => ({
  kind: 'goLive',
  known: [n],
  n,
  patience: true,
  ...more,
})

/** Indicator, phase and the number of the row that decides it. */
function shown(rows: string[], push?: Push) {
  const picture = classify(rows.map(row), push)
  if (!picture) return 'unknown'
  return [
    picture.indicator,
    'phase' in picture && picture.phase,
    'row' in picture && picture.row?.n,
    picture.settled && `live ${picture.settled.n}`,
  ]
    .filter(Boolean)
    .join(' ')
}

describe('the status of an offer according to its rows', () => {
  test.each([
    ['nothing', [], 'none'],
    ['a publish has begun', ['preview 1 notStarted'], 'inProgress preview 1'],
    ['a publish runs', ['preview 1 running'], 'inProgress preview 1'],
    ['a publish failed', ['preview 1 failed'], 'failed preview 1'],
    ['a preview waits', ['preview 1 succeeded'], 'awaitingSignoff 1'],
    ['the first Go Live runs', ['live 1 running'], 'inProgress goingLive 1'],
    ['a later Go Live runs', ['live 1 succeeded', 'live 2 running'], 'inProgress goingLive 2 live 1'],
    ['it is live', ['live 1 succeeded'], 'live 1 live 1'],
    ['it is live, and listed as a preview too', ['preview 1 succeeded', 'live 1 succeeded'], 'live 1 live 1'],
    ['a later Go Live failed', ['live 1 succeeded', 'live 2 failed'], 'failed goingLive 2 live 1'],
    ['a new preview waits', ['live 1 succeeded', 'preview 2 succeeded'], 'awaitingSignoff 2 live 1'],
    ['a new publish runs', ['live 1 succeeded', 'preview 2 running'], 'inProgress preview 2 live 1'],
    ['a new publish failed', ['live 1 succeeded', 'preview 2 failed'], 'failed preview 2 live 1'],
    ['a preview waits after a Go Live failed', ['live 2 failed', 'preview 3 succeeded'], 'awaitingSignoff 3'],
    ['it is delisted', ['live 1 succeeded deprecated'], 'delisted 1 live 1'],
    ['two rows of a preview', ['preview 2 failed', 'preview 1 succeeded'], 'failed preview 2'],
    ['rows in another order', ['preview 2 running', 'live 1 succeeded'], 'inProgress preview 2 live 1'],
    ['targets that mean nothing here', ['flight 1 running', 'live 1 succeeded'], 'live 1 live 1'],
    ['an unknown status', ['preview 1 paused'], 'unknown'],
  ])('%s', (_, rows, expected) => {
    expect(shown(rows)).toBe(expected)
  })
})

describe('a push of ours that no row shows yet', () => {
  test.each([
    ['publishes', [], publish([]), 'inProgress preview'],
    ['publishes over a preview that waits', ['preview 1 succeeded'], publish(['1']), 'inProgress preview'],
    ['goes live', ['preview 1 succeeded'], goLive('1'), 'inProgress goingLive'],
    [
      'has succeeded while the list lags',
      ['preview 1 succeeded'],
      goLive('1', { result: 'succeeded' }),
      'inProgress goingLive',
    ],
    ['was waited for long enough', [], publish([], { patience: false }), 'none'],
    ['failed before it had a row', ['live 1 succeeded'], publish(['1'], { result: 'failed' }), 'failed preview live 1'],
    ['was canceled, its row gone', [], publish([], { result: 'cancelled' }), 'canceled'],
    ['was canceled, its row failed', ['preview 1 failed'], publish([], { result: 'cancelled' }), 'canceled'],
    [
      'was canceled over a preview that waits',
      ['preview 1 succeeded'],
      publish(['1'], { result: 'cancelled' }),
      'awaitingSignoff 1',
    ],
    [
      'was canceled while another version is live',
      ['live 1 succeeded'],
      publish(['1'], { result: 'cancelled' }),
      'canceled live 1',
    ],
  ])('%s', (_, rows, push, expected) => {
    expect(shown(rows, push)).toBe(expected)
  })
})

describe('a push of ours that a row shows', () => {
  test.each([
    ['by a new row', ['preview 2 running'], publish(['1']), 'inProgress preview 2'],
    ['by the same row, live', ['live 1 running'], goLive('1'), 'inProgress goingLive 1'],
    ['by a newer live row', ['preview 1 succeeded', 'live 2 running'], goLive('1'), 'inProgress goingLive 2'],
    ['long after', ['live 1 succeeded'], publish([], { result: 'succeeded' }), 'live 1 live 1'],
  ])('%s', (_, rows, push, expected) => {
    expect(shown(rows, push)).toBe(expected)
  })
})

test('rows without times are put in order by their numbers, which exceed 2^53', () => {
  const big = ['1152921515690045678', '1152921515690045679'].map((n) => {
    const { created: _, ...rest } = row('preview 1 running')
    return { ...rest, n }
  })
  const picture = classify(big.toReversed())
  expect(picture && 'row' in picture && picture.row?.n).toBe('1152921515690045679')
})
