import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const [nonceLength, tagLength] = [12, 16]

/** Encrypts what the database keeps and has to read again, so that neither it nor a backup gives a secret away. */
export function sealing(key: string) {
  const bytes = createHash('sha256').update(key).digest()
  return {
    /** `owner`: only with the same one can it be opened again. */
    seal(secret: string, owner: string): string {
      const nonce = randomBytes(nonceLength)
      const sealing = createCipheriv(cipher, bytes, nonce).setAAD(Buffer.from(owner))
      const sealed = [sealing.update(secret, 'utf8'), sealing.final()]
      return Buffer.concat([nonce, ...sealed, sealing.getAuthTag()]).toString('base64url')
    },
    /** Throws when it was sealed with another key, or for another owner. */
    open(sealed: string, owner: string): string {
      const all = Buffer.from(sealed, 'base64url')
      const opening = createDecipheriv(cipher, bytes, all.subarray(0, nonceLength), { authTagLength: tagLength })
      opening.setAAD(Buffer.from(owner)).setAuthTag(all.subarray(-tagLength))
      return opening.update(all.subarray(nonceLength, -tagLength), undefined, 'utf8') + opening.final('utf8')
    },
  }
}
export type Sealing = ReturnType<typeof sealing>
