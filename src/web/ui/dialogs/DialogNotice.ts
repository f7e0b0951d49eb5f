import { createContext, type ReactNode } from 'react'

/** What an open dialog shows too, because it hides the rest of the page. */
export const DialogNotice = createContext<ReactNode>(null)
