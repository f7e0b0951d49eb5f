// @vitest-environment node
import { describe, expect, test } from 'vitest'
import glossary from './glossary.json' with { type: 'json' }
import { allWords, type Locale, locales } from './words.ts'

/** The terms of the original portal, and the texts of this page that use them. */
const said: Partial<Record<keyof typeof glossary, readonly string[]>> = {
  'app.name': ['common:app'],
  'app.azureMarketplace': ['status:storefront.azureMarketplace'],
  'app.appSource': ['status:storefront.appSource'],
  'term.publisher': [
    'offers:column.publisher',
    'common:filter.publisher',
    'history:column.publisher',
    'status:actor.publisher',
  ],
  'term.publishingSteps': ['status:heading.steps'],
  'term.reviewIssue': ['status:link.review'],
  'term.preview': ['status:links.preview'],
  'term.notificationEmail': ['status:heading.notifications'],
  'nav.allOffers': ['common:nav.offers', 'offers:offers.title'],
  'nav.approvals': ['common:nav.approvals', 'offers:approvals.title'],
  'btn.publish': ['status:action.publish'],
  'btn.goLive': ['status:action.goLive', 'offers:currentAction.goLive'],
  'btn.cancelPublish': ['status:action.cancel'],
  'tab.status': ['offers:offer.tab.status'],
  'col.status': ['offers:column.status'],
  'status.none': ['offers:indicator.none'],
  'status.inProgress': ['offers:indicator.inProgress'],
  'status.failed': ['offers:indicator.failed'],
  'status.canceled': ['offers:indicator.canceled', 'history:event.OfferPublishCanceled'],
  'status.awaitingSignoff': ['offers:indicator.awaitingSignoff'],
  'status.delisted': ['offers:indicator.delisted'],
  'step.displaydummycertify': ['steps:displaydummycertify'],
  'step.displaycertify': ['steps:displaycertify'],
  'step.displayprovision': ['steps:displayprovision'],
  'step.displaypackage': ['steps:displaypackage'],
  'step.publisher-signoff': ['steps:publisher-signoff'],
  'step.microsoft-review': ['steps:microsoft-review'],
  'step.live': ['steps:live'],
  'stepStatus.blocked': ['status:stepStatus.blocked'],
  'stepStatus.rejected': ['status:stepStatus.rejected'],
  'stepStatus.complete': ['status:stepStatus.complete'],
  'stepStatus.canceled': ['status:stepStatus.canceled'],
  'msg.stepCompleted': ['messages:stepCompleted'],
  'offerType.consultingService': ['offers:type.microsoft-consulting-services'],
  'offerType.virtualMachine': ['offers:type.microsoft-azure-virtualmachines'],
}

describe.each(locales)('%s', (locale) => {
  const words = allWords(locale)

  test('uses the exact terms of the original portal', () => {
    for (const [term, places] of Object.entries(said)) {
      const wanted = (glossary[term as keyof typeof glossary] as Partial<Record<Locale, string>>)[locale]
      for (const place of places) {
        expect(words.has(place), `${place} exists`).toBe(true)
        if (wanted) expect([place, words.get(place)]).toEqual([place, wanted])
      }
    }
  })

  test('never confuses sign-off with signing out, nor an offer or a publisher with something else', () => {
    const mistaken: Record<Locale, RegExp> = {
      'en-US': /sign(?:ing)?[ -]?out/i,
      'zh-CN': /注销|登出|套餐|发布服务器/,
      'fr-FR': /déconnexion|déconnecter|serveur de publication/i,
      'ko-KR': /로그아웃|오퍼|제안/,
    }
    const leaving = /^(?:account:|common:menu\.)/
    const found = [...words].filter(([key, text]) => mistaken[locale].test(text) && !leaving.test(key))
    expect(found).toEqual([])
  })
})
