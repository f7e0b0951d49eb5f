import { generateKeyPairSync, randomBytes } from 'node:crypto'
import forge from 'node-forge'

export const microsoftHosts = ['login.microsoftonline.com', 'graph.microsoft.com', 'api.partner.microsoft.com']

const { pki, md } = forge
const day = 86_400_000

function keys() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { publicKey: pki.publicKeyFromPem(publicKey), privateKey: pki.privateKeyFromPem(privateKey), pem: privateKey }
}

function certificate(name: string, now: Date) {
  const made = pki.createCertificate()
  // A serial number is positive: its first bit is 0.
  made.serialNumber = `01${randomBytes(8).toString('hex')}`
  made.validity.notBefore = new Date(now.getTime() - day)
  made.validity.notAfter = new Date(now.getTime() + 30 * day)
  made.setSubject([{ name: 'commonName', value: name }])
  return made
}

/** A certificate for these hosts, and that of the throw-away authority that signed it; nothing is kept. */
export function throwAwayCertificates(now: Date, names: readonly string[] = microsoftHosts) {
  const authorityKeys = keys()
  const authority = certificate('Throw-away authority of the publisher dashboard', now)
  authority.publicKey = authorityKeys.publicKey
  authority.setIssuer(authority.subject.attributes)
  authority.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  authority.sign(authorityKeys.privateKey, md.sha256.create())

  const hostKeys = keys()
  const hosts = certificate(names[0]!, now)
  hosts.publicKey = hostKeys.publicKey
  hosts.setIssuer(authority.subject.attributes)
  hosts.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
    { name: 'authorityKeyIdentifier', keyIdentifier: authority.generateSubjectKeyIdentifier().getBytes() },
  ])
  hosts.sign(authorityKeys.privateKey, md.sha256.create())
  return { authority: pki.certificateToPem(authority), certificate: pki.certificateToPem(hosts), key: hostKeys.pem }
}
