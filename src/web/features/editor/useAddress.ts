import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { fieldSearch, type Place } from '../../../contract/fieldAddress.ts'
import { type Form, tabOf } from '../../../contract/forms.ts'
import type { AskedField } from './context.ts'

/** The tab and the field that the address names; the first tab when it names none that the offer has. */
export function useAddress(form: Form) {
  const { search, state, key, pathname } = useLocation()
  const navigate = useNavigate()
  const asked = useMemo((): AskedField | undefined => {
    const query = new URLSearchParams(search)
    const target = query.get('field')
    if (!target) return undefined
    return { target, plan: query.get('plan') ?? undefined, version: query.get('version') ?? undefined, visit: key }
  }, [search, key])
  const name = asked ? tabOf(form, asked.target) : new URLSearchParams(search).get('tab')
  return {
    asked,
    tab: form.find((tab) => tab.name === name) ?? form[0]!,
    /** Opens a field as a link to it does. */
    open: (place: Place) => void navigate(pathname + (fieldSearch(place) ?? ''), { replace: true, state }),
  }
}
