import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Returns } from '../../page/usePlace.ts'
import { type CameFrom, paths } from '../../paths.ts'
import { PageLink } from '../../ui/PageLink.tsx'

const useStyles = makeStyles({
  link: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

const lists = ['approvals', 'history'] as const

/** Links back to the previous list with its filters. */
export function BackLink() {
  const styles = useStyles()
  const { t } = useTranslation('offers')
  const from = (useLocation().state as CameFrom | null)?.from ?? paths.offers
  return (
    <PageLink className={styles.link} state={{ returns: true } satisfies Returns} to={from}>
      <ArrowLeft16Regular aria-hidden />
      {t(`offer.back.${lists.find((list) => from.startsWith(paths[list])) ?? 'offers'}`)}
    </PageLink>
  )
}
