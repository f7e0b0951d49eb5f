import { createApp } from './app.ts'
import { buildPageIfStale, pageDirectory } from './buildPage.ts'
import { listen } from './listen.ts'
import { logger } from './log.ts'
import { openService } from './open.ts'
import { pageRoutes } from './page.ts'
import { readSettings, SettingsError } from './settings.ts'

try {
  const settings = readSettings(process.env)
  const log = logger(settings.LOG_LEVEL)
  await buildPageIfStale()
  const service = await openService(settings, log.error)
  const server = await listen(createApp(service.deps, pageRoutes(pageDirectory)).fetch, settings)
  log.info(`The publisher dashboard is at ${server.address}`)

  const stop = async () => {
    await server.close()
    await service.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError ? error.message : ((error as Error).stack ?? error)}\n`)
  process.exit(1)
}
