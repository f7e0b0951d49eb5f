import { buildPageIfStale } from '../../.ci/buildPage.ts'

/** The journeys use the built page, as in production. */
export default () => buildPageIfStale()
