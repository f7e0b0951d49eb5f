// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { allWords, type Locale, locales } from './words.ts'

/** The texts of a language that `pattern` finds, with their keys. */
const found = (locale: Locale, pattern: RegExp, except: readonly string[] = []) =>
  [...allWords(locale)].filter(([key, text]) => pattern.test(text) && !except.includes(key))

/** A blank that a name, a code or a step fills. */
const named = String.raw`\{\{(?:name|offer|step|plan|field|publisher|platform|value|actor|code|id)\}\}`

describe.each(locales)('%s', (locale) => {
  test('puts an age after a colon, because "just now" does not fit into every sentence', () => {
    expect(found(locale, /\{\{age\}\}/)).not.toEqual([])
    expect(found(locale, /(?<![:：][ \u00a0]?)\{\{age\}\}/)).toEqual([])
  })

  test('repeats the noun in dialogs that confirm', () => {
    const pronoun: Record<Locale, RegExp> = {
      'en-US': /\b(?:it|them)\b/i,
      'zh-CN': /[它其]/,
      'fr-FR': /[- ](?:la|le|les) (?:trouver|voir|publier)|\bl’(?:obtenir|installer)/i,
      'ko-KR': /그것|이것/,
    }
    expect(
      found(locale, pronoun[locale]).filter(([key]) => /^status:(?:publish|goLive|cancel)\.(?:title|text)/.test(key)),
    ).toEqual([])
  })

  test('ends a text with the signs of its own language', () => {
    const foreign: Record<Locale, RegExp> = {
      'en-US': /[：。，？“]$|\.\.\.|["']/,
      'zh-CN': /[,;:?!](?!\/\/)(?:$|\p{Script=Han})|\.\.\.|["']/u,
      'fr-FR': /\.\.\.|["'“”]/,
      'ko-KR': /\.\.\.|["'“”]/,
    }
    expect(found(locale, foreign[locale])).toEqual([])
  })
})

describe('en-US', () => {
  test('is plain present-day English', () => {
    const archaic =
      /\b(?:whoever|whatever|nobody else|anew|thereby|hence|lest|mend|meanwhile|at once|be it|may not see)\b/i
    expect(found('en-US', archaic)).toEqual([])
  })
})

describe('zh-CN', () => {
  test('uses 推出 for the action and the step, 已推出 for the state', () => {
    const words = allWords('zh-CN')
    const actions = ['status:action.goLive', 'offers:currentAction.goLive', 'steps:live']
    expect(
      [...words]
        .filter(([, text]) => text === '推出')
        .map(([key]) => key)
        .sort(),
    ).toEqual(actions.sort())
    for (const state of ['offers:indicator.live', 'offers:live', 'status:links.live', 'history:event.OfferWentLive']) {
      expect([state, words.get(state)]).toEqual([state, expect.stringContaining('已推出')])
    }
  })

  test('never calls the portal’s own service 服务, which reads as the publisher’s offer', () => {
    const step = ['steps:display-publish-service', 'stepDescriptions:display-publish-service']
    expect(found('zh-CN', /(?<!产品\/|门户|咨询)服务(?!类型|器)/, step)).toEqual([])
  })

  test('calls lateness 超出预计时间; 超时 is a network timeout', () => {
    expect(found('zh-CN', /超时/)).toEqual([])
  })

  test('says that something blocked or rejected a step, not that the step did so', () => {
    expect(found('zh-CN', /步骤已(?:阻止|拒绝)/)).toEqual([])
  })

  test('calls a lead 潜在顾客', () => {
    expect(found('zh-CN', /潜在客户|线索|商机/)).toEqual([])
  })

  test('puts a space between Chinese and a number or a name', () => {
    expect(found('zh-CN', /(?:\}\}|[\da-zA-Z])\p{Script=Han}|\p{Script=Han}(?:\{\{|[\da-zA-Z])/u)).toEqual([])
  })
})

describe('fr-FR', () => {
  test('puts no name after a preposition or an article that would have to agree with it', () => {
    const depends = new RegExp(
      String.raw`(?:\b(?:d[eu]s?|à|aux?|l[ea]s?|une?|en|sous)[ \u00a0]|[dl]’)(?:«\u00a0)?${named}`,
      'i',
    )
    expect(found('fr-FR', depends)).toEqual([])
  })

  test('puts a noun before an offer’s name, as the words around it agree with that noun', () => {
    expect(
      found('fr-FR', /(?<!offre )«\u00a0\{\{(?:offer|name)\}\}/i, ['messages:AVS0005', 'messages:AVS0101']),
    ).toEqual([])
  })

  test('keeps its signs on the line of their word', () => {
    expect(found('fr-FR', / [:;!?»]|« |[^\s«][;!?»]|[^\s\d/ps]:(?!\/\/)/)).toEqual([])
  })
})

describe('ko-KR', () => {
  test('needs no particle that depends on the name in a blank', () => {
    expect(found('ko-KR', /\}\}’?(?:을|를|이\(가\)|은|는|과|와|이 |가 )/)).toEqual([])
  })

  test('puts names and labels between ‘ and ’', () => {
    expect(found('ko-KR', /[“”"]/)).toEqual([])
    expect(found('ko-KR', /(?<![‘(]|: )\{\{(?:offer|step|plan|field|platform)\}\}(?!:)/)).toEqual([])
  })

  test('calls a place in the editor a tab', () => {
    expect(found('ko-KR', /(?:SKU|상태|기록)에서/)).toEqual([])
  })

  test('uses one word each for "stop", "first step" and "ID"', () => {
    expect(found('ko-KR', /중단|처음 단계|SKU 식별자|리드/)).toEqual([])
  })

  test('uses 라이브 전환 before a particle; 라이브로 전환 is the button, or is used with 하다 and 되다', () => {
    expect(found('ko-KR', /라이브로 전환[을이](?!’)/)).toEqual([])
  })

  test('ends explanations with a period, and titles without', () => {
    const words = [...allWords('ko-KR')]
    const explains = /^status:help\.|^stepDescriptions:|^messages:|\.text$/
    expect(words.filter(([key, text]) => explains.test(key) && !/[.)]$/.test(text))).toEqual([])
    expect(words.filter(([key, text]) => /\.title$/.test(key) && /니다|\.$/.test(text))).toEqual([])
  })
})
