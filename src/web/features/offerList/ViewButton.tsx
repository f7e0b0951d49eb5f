import { Options16Regular } from '@fluentui/react-icons/svg/options'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListName, OfferListQuery } from '../../../contract/offerList.ts'
import { WithWords } from '../../i18n/WithWords.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { Lazy, lazyCode } from '../../ui/Lazy.tsx'

const panel = lazyCode(
  () => import('./ViewPanel.tsx'),
  ({ ViewPanel }) => ViewPanel,
)

/** Opens what one sets for a list; its code is fetched on hover, focus or click. */
export function ViewButton({ list, query }: { list: ListName; query: OfferListQuery }) {
  const { t } = useTranslation('offers')
  const [opened, setOpened] = useState(false)
  const button = {
    appearance: 'subtle',
    icon: <Options16Regular />,
    'aria-haspopup': 'dialog',
    children: t('view'),
  } as const
  const closed = (
    <Button {...button} onClick={() => setOpened(true)} onFocus={panel.preload} onPointerEnter={panel.preload} />
  )
  if (!opened) return closed
  return (
    <ErrorBoundary fallback={(_, retry) => <Button {...button} onClick={retry} />}>
      <WithWords words={['lists']} fallback={closed}>
        <Lazy code={panel} props={{ button, list, query }} fallback={closed} />
      </WithWords>
    </ErrorBoundary>
  )
}
