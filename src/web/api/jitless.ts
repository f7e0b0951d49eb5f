import * as z from 'zod/mini'

// Zod probes whether code may be made from text, and the content policy would report the probe. To be imported first.
z.config({ jitless: true })
