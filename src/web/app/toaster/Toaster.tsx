import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { onLateAnswer } from '../../api/actions.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../../ui/Lazy.tsx'
import { type Toast, ToastContext } from './toast.ts'

const list = lazyCode(
  () => import('./Toasts.tsx'),
  ({ Toasts }) => Toasts,
)

/** Tells among other things the answers whose dialog was closed. Its code is fetched when there is something to tell. */
export function Toaster({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const tell = useCallback(
    (toast: Toast) => setToasts((toasts) => [...toasts.filter(({ id }) => id !== toast.id), toast]),
    [],
  )
  const client = useQueryClient()
  useEffect(
    () => onLateAnswer(client, (answer) => tell({ id: answer.request.key, kind: 'answer', answer })),
    [client, tell],
  )
  return (
    <ToastContext value={tell}>
      {children}
      {toasts.length > 0 && (
        <ErrorBoundary fallback={() => null} of={String(toasts.length)}>
          <Lazy
            code={list}
            props={{ toasts, onClose: (closed) => setToasts((all) => all.filter((toast) => toast !== closed)) }}
          />
        </ErrorBoundary>
      )}
    </ToastContext>
  )
}
