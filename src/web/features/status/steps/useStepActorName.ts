import { useTranslation } from 'react-i18next'

export function useStepActorName() {
  const { t } = useTranslation(['status', 'common'])
  return (actor: string) => {
    switch (actor) {
      case 'marketplace':
      case 'microsoft':
      case 'publisher':
      case 'nobody':
        return t(`actor.${actor}`)
      default:
        return t('common:unknown', { value: actor })
    }
  }
}
