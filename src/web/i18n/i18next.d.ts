import type account from '../../../locales/en-US/account.json'
import type common from '../../../locales/en-US/common.json'
import type editor from '../../../locales/en-US/editor.json'
import type history from '../../../locales/en-US/history.json'
import type lists from '../../../locales/en-US/lists.json'
import type news from '../../../locales/en-US/news.json'
import type offers from '../../../locales/en-US/offers.json'
import type problems from '../../../locales/en-US/problems.json'
import type publisher from '../../../locales/en-US/publisher.json'
import type status from '../../../locales/en-US/status.json'
import type webhooks from '../../../locales/en-US/webhooks.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      account: typeof account
      common: typeof common
      editor: typeof editor
      history: typeof history
      lists: typeof lists
      news: typeof news
      offers: typeof offers
      problems: typeof problems
      publisher: typeof publisher
      status: typeof status
      webhooks: typeof webhooks
    }
  }
}
