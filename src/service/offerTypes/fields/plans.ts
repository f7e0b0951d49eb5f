import type { Field, Tab } from '../../../contract/forms.ts'
import { lines, record, required, secret, text, texts, within } from './field.ts'

/** The plans that customers choose from; `fields` are those of the offer type, `shared` have no namespace. */
export const plans = (offerNamespace: string, fields: Field[], shared: Field[] = []): Tab => ({
  name: 'plans',
  ofPlans: true,
  fields: [
    text('planId', { required: true, limit: 50 }),
    ...within(offerNamespace, [
      ...[text('skuTitle'), text('skuSummary'), lines('skuDescription')].map(required),
      ...fields,
    ]),
    ...shared,
    texts('regions'),
  ],
})

export const imageRepository = record(
  'imageRepository',
  [text('registryName'), text('repository'), text('username'), secret('password'), text('defaultTag'), texts('tags')],
  { required: true },
)
