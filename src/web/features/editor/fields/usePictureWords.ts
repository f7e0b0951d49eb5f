import { useTranslation } from 'react-i18next'
import type { PictureRule } from '../../../../contract/forms.ts'
import { count } from '../../../i18n/format.ts'

/** What a picture must be, in words. */
export function usePictureWords() {
  const { t, i18n } = useTranslation('editor')
  return ({ formats, size, bytes }: PictureRule) => {
    const known = { format: formats.join(', '), limit: count(bytes / 1024, i18n.language) }
    return size ? t('picture.sized', { ...known, size: size.join(' × ') }) : t('picture.plain', known)
  }
}
