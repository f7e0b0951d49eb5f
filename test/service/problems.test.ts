// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { type Service, startService } from '../support/service.ts'
import { toolOf } from '../support/tool.ts'

let service: Service
let tool: ReturnType<typeof toolOf>
beforeAll(async () => {
  service = await startService()
  tool = toolOf(service)
})
afterAll(() => service.close())

const type = 'microsoft-azure-virtualmachines'

test('a malformed request gets a sentence that names the first fault', async () => {
  const definition = { ...sampleDefinition(type, 'Server'), displayText: 7 }
  const { json } = await tool.put('/server', { offerTypeId: type, definition })
  expect(json.error.message).toBe(
    'The request is malformed at definition.displayText: Invalid input: expected string, received number.',
  )
  expect(json.error.details[0].target).toBe('displayText')
  const list = await tool.put('/server', '[]')
  expect(list.json.error.message).toBe('The request is malformed: Invalid input: expected object, received array.')
})

test('no message contains a % sign, for any request', async () => {
  for (const path of ['/100%25-off', '/100%25-off/status', '/x/slot/%25s', '/api/nothing/%25d', '/api/%zz']) {
    const { status, text } = await tool.get(path)
    expect([path, status, text]).toEqual([path, 404, expect.stringMatching(/^[^%]+$/)])
  }
})
