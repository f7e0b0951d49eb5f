import { createContext, useContext } from 'react'
import type { LateAnswer } from '../../api/actions.ts'

/** Something to tell that no part of the page shows. Its words are chosen when it is drawn, in the language of then. */
export type Toast = { id: string } & ({ kind: 'notFetched' } | { kind: 'answer'; answer: LateAnswer })

export const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Tells something at the lower edge of the page, until somebody closes it. */
export const useToast = () => useContext(ToastContext)
