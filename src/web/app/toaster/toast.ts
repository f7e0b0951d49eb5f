import { createContext, useContext } from 'react'
import type { Role } from '../../../contract/session.ts'
import type { LateAnswer } from '../../api/actions.ts'

/** Something to tell that no part of the page shows. Its words are chosen when it is drawn, in the language of then. */
export type Toast = { id: string } & (
  | { kind: 'notFetched' }
  | { kind: 'answer'; answer: LateAnswer }
  | { kind: 'access'; change: AccessChange }
)

/** A publisher, and what the reader may do there from now on. */
export type AccessChange =
  | { kind: 'lost'; publisher: string }
  | { kind: 'gained' | 'changed'; publisher: string; role: Role }

export const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Tells something at the lower edge of the page, until somebody closes it. */
export const useToast = () => useContext(ToastContext)
