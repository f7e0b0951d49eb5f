import { Suspense, useEffect, useState } from 'react'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../../ui/Lazy.tsx'
import { useShortcuts } from './choices.ts'

const help = lazyCode(
  () => import('./ShortcutHelp.tsx'),
  ({ ShortcutHelp }) => ShortcutHelp,
)

const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest('input, select, textarea, [contenteditable], [role=dialog], [role=menu]')

/** Single keys of the lists, unless they are switched off; their code is fetched with the first of them. */
export function Shortcuts() {
  const on = useShortcuts()
  const [isHelpOpen, setHelpOpen] = useState(false)
  useEffect(() => {
    if (!on) return
    async function press(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, isComposing } = event
      if (ctrlKey || metaKey || altKey || isComposing || isTyping(event) || !'/jk?'.includes(key)) return
      event.preventDefault()
      if (key === '?') setHelpOpen(true)
      else (await import('./shortcutKeys.ts').catch(() => undefined))?.follow(key)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
  if (!isHelpOpen) return null
  const close = () => setHelpOpen(false)
  return (
    <ErrorBoundary fallback={() => null}>
      <Suspense fallback={null}>
        <Lazy code={help} props={{ onClose: close }} />
      </Suspense>
    </ErrorBoundary>
  )
}
