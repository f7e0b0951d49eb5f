import { Checkbox, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components'
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ListName, OfferListQuery } from '../../../contract/offerList.ts'
import { downloadOffers } from '../../api/offerFile.ts'
import { Button, type ButtonProps } from '../../ui/Button.tsx'
import { chooseCompact, useIsCompact } from './choices.ts'
import { columnsOf } from './columns.tsx'
import { showColumn, useColumns } from './layout.ts'
import { SavedViewList } from './SavedViewList.tsx'
import { ShortcutSwitch } from './ShortcutSwitch.tsx'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '340px' },
  set: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, border: 'none' },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
})

type Props = { button: ButtonProps; list: ListName; query: OfferListQuery }

/** A list's saved views, its columns and the height of its rows, and the list as a file. */
export function ViewPanel({ button, list, query }: Props) {
  const styles = useStyles()
  const { t, i18n } = useTranslation(['lists', 'offers'])
  const shown = useColumns(list)
  const compact = useIsCompact()
  const file = useMutation({ mutationFn: () => downloadOffers(list, query, i18n.language) })
  return (
    <Popover defaultOpen positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button {...button} />
      </PopoverTrigger>
      <PopoverSurface aria-label={t('offers:view')} className={styles.panel}>
        <SavedViewList list={list} />
        <fieldset className={styles.set}>
          <legend className={styles.legend}>{t('columns.title')}</legend>
          {columnsOf[list].slice(1).map(({ name }) => (
            <Checkbox
              key={name}
              checked={shown.some((column) => column.name === name)}
              label={t(`offers:column.${name}`)}
              onChange={(_, { checked }) => showColumn(list, name, checked === true)}
            />
          ))}
        </fieldset>
        <fieldset className={styles.set}>
          <legend className={styles.legend}>{t('rows.title')}</legend>
          <Checkbox
            checked={compact}
            label={t('rows.compact')}
            onChange={(_, { checked }) => chooseCompact(checked === true)}
          />
        </fieldset>
        <fieldset className={styles.set}>
          <legend className={styles.legend}>{t('keys.title')}</legend>
          <ShortcutSwitch />
        </fieldset>
        <Button disabledFocusable={file.isPending} icon={<ArrowDownload16Regular />} onClick={() => file.mutate()}>
          {t('download.action')}
        </Button>
        {file.isError && <span role="alert">{t('download.failed')}</span>}
      </PopoverSurface>
    </Popover>
  )
}
