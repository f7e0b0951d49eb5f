import { accountOperations } from './account.ts'
import { documentedOperations } from './documented.ts'
import { editingOperations } from './editing.ts'
import { memberOperations } from './members.ts'
import type { ApiOperation } from './operation.ts'
import { operatorOperations } from './operator.ts'
import { portalOperations } from './portal.ts'
import { publishingOperations } from './publishing.ts'
import { webhookOperations } from './webhooks.ts'

/** Every operation of the service: the source of `/api/openapi.json`, and what the tests iterate over. */
export const apiOperations: readonly ApiOperation[] = [
  ...documentedOperations,
  ...portalOperations,
  ...accountOperations,
  ...memberOperations,
  ...publishingOperations,
  ...editingOperations,
  ...operatorOperations,
  ...webhookOperations,
]
