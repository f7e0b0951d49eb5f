import { readFileSync } from 'node:fs'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { type Field, type Tab, targetOf } from '../../src/contract/forms.ts'
import { sampleDefinition } from '../../src/service/demo/content.ts'
import { offerTypes } from '../../src/service/offerTypes/catalogue.ts'
import { definitionOf } from '../../src/service/store/offerVersions.ts'
import { renderAt } from '../support/renderAt.tsx'
import { startService } from '../support/service.ts'

afterEach(cleanup)

const wordsOf = (name: string): Record<string, string> => JSON.parse(readFileSync(`locales/en-US/${name}.json`, 'utf8'))
const words = { ...wordsOf('fieldParts'), ...wordsOf('fields') }
const labelOf = (target: string) => words[target] ?? words[`part.${target.split('.').at(-1)}`]!

type Content = Record<string, unknown>

/** Enters a group of fields as a person does: by their labels, one list entry after another. */
function enter(fields: readonly Field[], content: Content, place: HTMLElement, targetOf: (field: Field) => string) {
  for (const field of fields) {
    const value = content[field.name]
    const target = targetOf(field)
    const inGroup = () => within(place).getByRole('group', { name: labelOf(target) })
    const partOf = (part: Field) => `${target}.${part.name}`
    if (!isEntered(value) || !isShown(field, content)) continue
    if (field.kind === 'record') enter(field.fields ?? [], value as Content, inGroup(), partOf)
    else if (field.kind === 'rows' || field.kind === 'versions') {
      const entries =
        field.kind === 'rows'
          ? (value as Content[]).map((row) => [undefined, row] as const)
          : Object.entries(value as Record<string, Content>)
      for (const [index, [version, entry]] of entries.entries()) {
        const buttons = within(inGroup()).getAllByRole('button', {
          name: version === undefined ? 'Add an entry' : 'Add a version',
        })
        fireEvent.click(buttons.at(-1)!)
        const row = within(inGroup()).getByRole('group', { name: `${labelOf(target)}: entry ${index + 1}` })
        if (version !== undefined)
          fireEvent.change(within(row).getByLabelText('Version*'), { target: { value: version } })
        enter(field.fields ?? [], entry, row, partOf)
      }
    } else if (field.kind === 'choices') {
      for (const one of value as string[])
        fireEvent.click(
          within(inGroup()).getByRole('checkbox', { name: words[`option.${target.split('.').at(-1)}.${one}`] ?? one }),
        )
    } else {
      const control = within(place)
        .getAllByLabelText(`${labelOf(target)}${field.required ? '*' : ''}`)
        .find((control) => field.kind !== 'text' || control.tagName === 'INPUT')!
      if (field.kind === 'flag') fireEvent.click(control)
      else fireEvent.change(control, { target: { value: textOf(field, value) } })
    }
  }
}

const textOf = ({ kind }: Field, value: unknown) =>
  kind === 'texts' ? (value as string[]).join('\n') : kind === 'json' ? JSON.stringify(value) : String(value)

const isEntered = (value: unknown) =>
  value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)

/** The settings of a lead destination are there while it is the chosen one. */
const isShown = ({ when }: Field, content: Content) => !when || content[when.name] === when.is

/** A tool may send what an editor does not: lists without entries, and flags that are off. */
const withoutEmpty = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (name, inner) => (name === 'resources' || isEntered(inner) ? inner : undefined)))

describe.each(offerTypes)('$displayText', ({ id: type, displayText, form }) => {
  test('is built from New offer to Live in the Editor alone, with the content that a tool would send', async () => {
    const service = await startService()
    const whole = sampleDefinition(type, 'Contoso Freight')
    const hidden = form.flatMap(({ fields }) => fields.filter((field) => !isShown(field, whole.offer)))
    const offered = Object.entries(whole.offer).filter(([name]) => !hidden.some((field) => field.name === name))
    const sample = { ...whole, offer: Object.fromEntries(offered) }
    const { user } = await renderAt('/offers/new', service)
    await screen.findByRole('option', { name: displayText })
    await user.selectOptions(screen.getByLabelText('Offer type*'), displayText)
    await user.type(screen.getByLabelText('Offer name*'), 'Contoso Freight')
    await user.click(screen.getByRole('button', { name: 'Create the offer' }))

    const tabs = await screen.findByRole('navigation', { name: 'Parts of the offer' })
    for (const tab of form.filter(({ name }) => name !== 'settings' && name !== 'testDrive')) {
      await user.click(within(tabs).getByRole('link', { name: new RegExp(`^${words[`tab.${tab.name}`]}`) }))
      const part = await screen.findByRole('region', { name: words[`tab.${tab.name}`]! })
      const target = (field: Field) => targetOf(tab as Tab, field)
      if (!tab.ofPlans) enter(tab.fields, sample.offer, part, target)
      for (const plan of tab.ofPlans ? sample.plans : []) {
        await user.click(within(part).getByRole('button', { name: 'Add a SKU' }))
        enter(tab.fields, plan, part, target)
      }
    }
    await user.keyboard('{Control>}s{/Control}')
    await screen.findByText(/^Last saved: just now/)

    const offer = { publisherId: 'contoso', offerId: 'contoso-freight' }
    const content = await definitionOf(service.deps.db)('contoso', 'contoso-freight', 1)
    expect(content).toEqual({ plans: [], ...withoutEmpty(sample) })
    await service.publish(offer)
    await service.settle()
    await service.goLive(offer)
    await service.settle()
    const { status } = await (
      await service.request('/api/publishers/contoso/offers/contoso-freight/status?api-version=2017-10-31')
    ).json()
    expect(status).toBe('succeeded')
    cleanup()
    await service.close()
  })
})
