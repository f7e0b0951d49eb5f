import { documentedOperations } from './documented.ts'
import type { ApiOperation } from './operation.ts'
import { operatorOperations } from './operator.ts'
import { portalOperations } from './portal.ts'

/** Every operation of the service: `/api/openapi.json` is made of it, and the tests walk it. */
export const apiOperations: readonly ApiOperation[] = [
  ...documentedOperations,
  ...portalOperations,
  ...operatorOperations,
]
