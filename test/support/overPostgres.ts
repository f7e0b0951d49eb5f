import { afterAll, beforeEach, inject } from 'vitest'
import { dropDatabases } from './database.ts'

// `startService` reads it: every test of this run gets its own database there.
process.env.TEST_DATABASE_URL = inject('postgres')
if (!inject('postgres')) beforeEach(({ skip }) => skip('PostgreSQL is not installed here'))
afterAll(dropDatabases, 60_000)
