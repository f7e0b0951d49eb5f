import * as z from 'zod/mini'
import type { Field, Form } from '../../../../contract/forms.ts'
import { Definition } from '../../../../contract/offers.ts'
import type { OfferAddress } from '../../../paths.ts'
import { forgetPreference, savedPreference, savePreference } from '../../../preferences.ts'
import { type FormValues, isRecord, keyOf, offerFields, planFields, type Values } from '../values.ts'

const Group = z.looseObject({})

/** What was typed and not saved, with the draft that it began with. */
const KeptDraft = z.object({
  time: z.string(),
  tag: z.string(),
  base: Definition,
  values: z.object({ displayText: z.string(), offer: Group, plans: z.array(Group) }),
})
type KeptDraft = Omit<z.infer<typeof KeptDraft>, 'values'> & { values: FormValues }

/** Each account has its own, so that nobody is offered what another person typed. */
const nameOf = (account: string, { publisherId, offerId }: OfferAddress) => `draft ${account} ${publisherId}/${offerId}`

export function keptDraft(account: string, offer: OfferAddress): KeptDraft | undefined {
  const text = savedPreference(nameOf(account, offer))
  if (!text) return undefined
  try {
    const { data } = z.safeParse(KeptDraft, JSON.parse(text))
    return (
      data && {
        ...data,
        values: { ...data.values, offer: group(data.values.offer), plans: data.values.plans.map(group) },
      }
    )
  } catch {
    return undefined
  }
}

/** A group is what `keepDraft` wrote: the form shows what fits into its fields, and nothing else. */
const group = (value: Record<string, unknown>): Values => JSON.parse(JSON.stringify(value))

/** Secrets are typed again after a crash: they never stay in the browser. */
export function keepDraft(account: string, offer: OfferAddress, form: Form, draft: KeptDraft) {
  const { displayText, offer: values, plans } = draft.values
  const open = {
    displayText,
    offer: withoutSecrets(offerFields(form), values),
    plans: plans.map((plan) => withoutSecrets(planFields(form), plan)),
  }
  savePreference(nameOf(account, offer), JSON.stringify({ ...draft, values: open }))
}

export const forgetDraft = (account: string, offer: OfferAddress) => forgetPreference(nameOf(account, offer))

function withoutSecrets(fields: readonly Field[], values: Values): Values {
  const open = { ...values }
  for (const { name, secret, fields: parts = [] } of fields) {
    const value = open[keyOf(name)]
    if (secret) open[keyOf(name)] = ''
    else if (isGroup(value)) open[keyOf(name)] = withoutSecrets(parts, value)
    else if (Array.isArray(value) && value.some(isGroup))
      open[keyOf(name)] = value.filter(isGroup).map((row) => withoutSecrets(parts, row))
  }
  return open
}

const isGroup = (value: unknown): value is Values => isRecord(value)
