import { buildPageIfStale } from '../../src/service/buildPage.ts'

/** The journeys go through the page as it is served in use. */
export default () => buildPageIfStale()
