import { clientId, clientSecret, startIssuer } from './issuer.ts'

/** An issuer on this machine, where one person signs in by a button: to try sign-in without a company's own. */
const home = process.argv[2] ?? 'http://localhost:4280'
const { issuer, people } = await startIssuer({ home })
process.stdout.write(`${people.get('ada')!.name} signs in at ${issuer}. Start the dashboard with:

  OIDC_ISSUER=${issuer} OIDC_CLIENT_ID=${clientId} OIDC_CLIENT_SECRET=${clientSecret} \\
  OIDC_ROLES='groups=Contoso Owners contoso/owner' PUBLIC_URL=${home} DEMO=1 npm start
`)
