import type { RoleRule } from '../../roleRules.ts'
import type { Provider } from './provider.ts'

/** How people and tools of a company come in. `home` is the address of the dashboard, without a slash at the end. */
export type SignIn = { home: string; provider: Provider; rules: readonly RoleRule[] }
