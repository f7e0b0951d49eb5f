import { openService } from './boot.ts'
import { createApp } from './http/app.ts'
import { listen } from './http/listen.ts'
import { pageDirectory, pageRoutes } from './http/page.ts'
import { logger } from './log.ts'
import { readSettings, SettingsError, secretsOf } from './settings.ts'

// The service does not depend on its log: the reader of a pipe can be gone, or the disk of a file full.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {})

try {
  const settings = readSettings(process.env)
  const log = logger(settings, secretsOf(settings))
  const service = await openService(settings, log.error, log.answered)
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
