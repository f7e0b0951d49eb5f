import { useEffect, useEffectEvent, useState } from 'react'
import { WithWords } from '../../i18n/WithWords.tsx'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../../ui/Lazy.tsx'
import { useShortcuts } from './choices.ts'

const help = lazyCode(
  () => import('./ShortcutHelp.tsx'),
  ({ ShortcutHelp }) => ShortcutHelp,
)

const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), select, textarea, [contenteditable], [role=dialog], [role=menu]')

/** Filters that a key turns on. */
type Filters = { n: () => void; o: () => void; f: () => void }
const isFilter = (key: string): key is keyof Filters => key === 'n' || key === 'o' || key === 'f'

/** Single keys of the lists, unless they are switched off; the code of most is fetched with the first of them. */
export function Shortcuts({ filters }: { filters: Filters }) {
  const on = useShortcuts()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const press = useEffectEvent(async (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event
    if (ctrlKey || metaKey || altKey || isComposing || isTyping(event)) return
    if (isFilter(key)) return filters[key]()
    if (key === '?') return setHelpOpen(true)
    if (!['/', 'j', 'k'].includes(key)) return
    event.preventDefault()
    const keys = await import('./shortcutKeys.ts').catch(() => undefined)
    keys?.follow(key)
  })
  useEffect(() => {
    if (!on) return
    const listen = (event: KeyboardEvent) => void press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [on])
  if (!isHelpOpen) return null
  const close = () => setHelpOpen(false)
  return (
    <ErrorBoundary fallback={() => null}>
      <WithWords words={['lists']}>
        <Lazy code={help} props={{ onClose: close }} />
      </WithWords>
    </ErrorBoundary>
  )
}
