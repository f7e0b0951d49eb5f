import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { throwAwayCertificates } from './partnerCenter/certificates.ts'

/**
 * Writes throw-away certificates for hosts of this machine into a folder, as authority.pem, server.pem and server.key. Those
 * that are there are kept while they are valid for a while, because programs have read them.
 */
const [folder = '.', ...hosts] = process.argv.slice(2)
const keep = 20 * 86_400_000
const now = new Date()
const present = statSync(join(folder, 'server.pem'), { throwIfNoEntry: false })
if (!present || now.getTime() - present.mtimeMs > keep) {
  const { authority, certificate, key } = throwAwayCertificates(now, hosts)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries({
    'authority.pem': authority,
    'server.key': key,
    'server.pem': certificate,
  }))
    writeFileSync(join(folder, name), text)
}
