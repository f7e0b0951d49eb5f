import type { Check } from './check.ts'
import { fault } from './faults.ts'
import { textOf } from './fields.ts'

const target = 'microsoft-powerbi-app.installUrl'

/** The link that Power BI gives when an app is shared: customers install the app through it. */
export const installUrlWorks: Check = ({ offer }) => {
  const url = URL.parse(textOf(offer[target]))
  const installs = url?.searchParams.get('action')?.toLowerCase() === 'installapp' && url.searchParams.get('appId')
  return url?.protocol === 'https:' && url.hostname === 'app.powerbi.com' && installs
    ? []
    : [fault('installUrlInvalid', target)]
}
