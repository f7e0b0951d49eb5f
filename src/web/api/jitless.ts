import * as z from 'zod/mini'

// Zod tests whether it can use `eval`, and the content policy would report the test. Import this file first.
z.config({ jitless: true })
