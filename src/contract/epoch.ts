import * as z from 'zod/mini'

/**
 * Opaque. Revisions can be compared only between answers of one epoch: another one counts over other publishers, or in
 * another database.
 */
export const Epoch = z.string()
