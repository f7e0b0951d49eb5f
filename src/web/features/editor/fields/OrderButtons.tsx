import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS },
})

type Props = { index: number; count: number; onMove: (to: number) => void; onRemove: () => void }

/** Moves or removes one entry of a list. */
export function OrderButtons({ index, count, onMove, onRemove }: Props) {
  const styles = useStyles()
  const { t } = useTranslation('editor')
  const number = index + 1
  const button = { appearance: 'subtle', size: 'small' } as const
  return (
    <div className={styles.buttons}>
      <Button
        {...button}
        aria-label={t('list.up', { number })}
        disabledFocusable={index === 0}
        icon={<ArrowUpRegular />}
        onClick={() => onMove(index - 1)}
      />
      <Button
        {...button}
        aria-label={t('list.down', { number })}
        disabledFocusable={number === count}
        icon={<ArrowDownRegular />}
        onClick={() => onMove(number)}
      />
      <Button {...button} icon={<DeleteRegular />} onClick={onRemove}>
        {t('list.remove', { number })}
      </Button>
    </div>
  )
}
