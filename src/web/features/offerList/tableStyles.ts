import { makeStyles } from '@fluentui/react-components'

/** The places of each list's columns. */
export const useColumnStyles = makeStyles({
  offers: {
    gridTemplateColumns: 'minmax(0, 2.85fr) minmax(0, 1.6fr) minmax(0, 0.9fr) minmax(0, 3.25fr) minmax(148px, 1.4fr)',
  },
  approvals: {
    gridTemplateColumns: 'minmax(0, 2.6fr) minmax(0, 0.9fr) minmax(0, 1.6fr) minmax(0, 3.5fr) minmax(0, 1.9fr)',
  },
})

/** On a narrow screen a row is a card: name, status, and the rest in one line. */
export const placeOf = {
  name: 'wide',
  status: 'wide',
  offerType: 'lesser',
  publisher: 'lesser',
  changed: 'lesser',
  action: 'lesser',
} as const
