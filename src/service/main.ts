import { openService } from './boot.ts'
import { createApp } from './http/app.ts'
import { listen } from './http/listen.ts'
import { pageDirectory, pageRoutes } from './http/page.ts'
import { logger } from './log.ts'
import { readSettings, SettingsError } from './settings.ts'

try {
  const settings = readSettings(process.env)
  const log = logger(settings.LOG_LEVEL)
  const service = await openService(settings, log.error)
  const server = await listen(
    createApp(service.deps, pageRoutes(pageDirectory, service.deps.mail.home)).fetch,
    settings,
  )
  log.info(`The publisher dashboard is at ${service.deps.signIn?.home ?? server.address}`)

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
