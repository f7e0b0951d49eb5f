import { clientId, clientSecret, startIssuer } from './issuer.ts'

/**
 * An issuer on this machine, where one person signs in by a button: to try sign-in without a company's own. With a second
 * address it stands behind a proxy with TLS, which finds it on port 4000.
 */
const [home = 'http://localhost:4280', address] = process.argv.slice(2)
const { issuer, people } = await startIssuer({ home, address, ...(address && { host: '0.0.0.0', port: 4000 }) })
process.stdout.write(`${people.get('ada')!.name} signs in at ${issuer}. Start the dashboard with:

  OIDC_ISSUER=${issuer} OIDC_CLIENT_ID=${clientId} OIDC_CLIENT_SECRET=${clientSecret} \\
  OIDC_ROLES='groups=Contoso Owners contoso/owner' PUBLIC_URL=${home} DEMO=1 npm start
`)
