// @vitest-environment node
import { expect, test } from 'vitest'
import { attemptChanges } from '../../src/contract/attemptChanges.ts'
import type { Step } from '../../src/contract/status.ts'

const step = (id: string, status: string, ...faults: [code: string, target?: string][]): Step => ({
  id,
  stepName: id,
  description: '',
  status,
  progressPercentage: 0,
  messages: faults.map(([code, target]) => ({
    messageHtml: code,
    level: 'error',
    timestamp: '2026-11-21T12:00:00Z',
    code,
    ...(target && { target }),
  })),
})
const codes = (earlier: Step[], later: Step[]) =>
  Object.fromEntries(
    Object.entries(attemptChanges({ steps: earlier }, { steps: later })).map(([kind, faults]) => [
      kind,
      faults.map(({ message }) => message.code),
    ]),
  )

test.each([
  ['is resolved when its step completes', step('a', 'complete'), { resolved: ['x'] }],
  ['is resolved when its step reports only others', step('a', 'blocked', ['y']), { resolved: ['x'], appeared: ['y'] }],
  ['is the same when its step reports it again', step('a', 'blocked', ['x']), { same: ['x'] }],
  ['is not checked yet before its step', step('a', 'notStarted'), { unchecked: ['x'] }],
  ['is not checked yet while its step runs', step('a', 'inProgress'), { unchecked: ['x'] }],
])('a problem of the attempt before %s (U19)', (_, later, expected) => {
  const none = { resolved: [], appeared: [], same: [], unchecked: [] }
  expect(codes([step('a', 'blocked', ['x'])], [later])).toEqual({ ...none, ...expected })
})

test('one code at two fields is two problems (U19)', () => {
  const before = [step('a', 'blocked', ['x', 'title'], ['x', 'summary'])]
  expect(codes(before, [step('a', 'blocked', ['x', 'summary'])])).toMatchObject({ resolved: ['x'], same: ['x'] })
})

test('information is no problem (U19)', () => {
  const done = step('a', 'complete', ['stepCompleted'])
  const told = { ...done, messages: done.messages.map((message) => ({ ...message, level: 'information' as const })) }
  expect(codes([told], [told])).toEqual({ resolved: [], appeared: [], same: [], unchecked: [] })
})
