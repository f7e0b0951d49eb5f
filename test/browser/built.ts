import { buildPageIfStale } from '../../.ci/buildPage.ts'

/** The journeys go through the page as it is served in use. */
export default () => buildPageIfStale()
