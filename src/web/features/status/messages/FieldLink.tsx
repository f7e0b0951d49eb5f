import { useLocation, useParams } from 'react-router'
import type { ProblemDetail } from '../../../../contract/problems.ts'
import { fieldPath } from '../../../paths.ts'
import { PageLink } from '../../../ui/PageLink.tsx'
import { useFieldName } from './fieldName.ts'

/** Names the field to correct, and leads to it in the Editor. */
export function FieldLink({ place }: { place: Pick<ProblemDetail, 'target' | 'tab' | 'values'> }) {
  const { publisherId = '', offerId = '' } = useParams()
  const { state } = useLocation()
  const name = useFieldName()(place)
  const path = fieldPath({ publisherId, offerId }, place)
  return path ? (
    <PageLink state={state} to={path}>
      {name}
    </PageLink>
  ) : (
    name
  )
}
