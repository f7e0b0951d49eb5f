import { createHash, randomBytes } from 'node:crypto'

/** A secret that cannot be guessed. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** The database keeps only this of a secret. A secret of 256 random bits needs neither salt nor a slow hash. */
export const secretHash = (secret: string) => createHash('sha256').update(secret).digest('base64url')
