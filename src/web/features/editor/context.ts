import { createContext, use } from 'react'
import type { PictureCheck } from '../../../contract/pictureCheck.ts'
import type { ProblemDetail } from '../../../contract/problems.ts'

/** What the service found at a field: `isCorrected` when an attempt failed for it and the draft is right now. */
export type Fault = ProblemDetail & { isCorrected?: boolean }

/** The field that the address names; `visit` changes with each link that leads to it. */
export type AskedField = { target: string; plan?: string | undefined; version?: string | undefined; visit: string }

export type EditorState = {
  isReadOnly: boolean
  faults: readonly Fault[]
  /** Paths in the form whose values cannot be saved, with the reason. */
  blocked: ReadonlyMap<string, string>
  asked: AskedField | undefined
  /** Pictures that the service could not read. */
  unread: PictureCheck['unread']
}

export const EditorContext = createContext<EditorState>({
  isReadOnly: true,
  faults: [],
  blocked: new Map(),
  asked: undefined,
  unread: [],
})

export const useEditor = () => use(EditorContext)

const isAt =
  (target: string, plan: string | undefined) => (place: { target?: string | undefined; plan?: string | undefined }) =>
    place.target === target && (place.plan === undefined || plan === undefined || place.plan === plan)

/** The faults at one field. */
export const faultsAt = (faults: readonly Fault[], target: string, plan: string | undefined) =>
  faults.filter(({ values, ...fault }) => isAt(target, plan)({ target: fault.target, plan: values?.plan }))

export const isAsked = (asked: AskedField | undefined, target: string, plan: string | undefined) =>
  asked !== undefined && isAt(target, plan)(asked)
