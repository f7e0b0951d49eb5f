import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { buildPageIfStale, pageDirectory } from './buildPage.ts'
import { logger } from './log.ts'
import { openService } from './open.ts'
import { pageRoutes } from './page.ts'
import { readSettings, SettingsError } from './settings.ts'

const fail = (error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : ((error as Error).stack ?? error)}\n`)
  process.exit(1)
}

try {
  const settings = readSettings(process.env)
  const log = logger(settings.LOG_LEVEL)
  await buildPageIfStale()
  const service = await openService(settings, log.error)
  const { fetch } = createApp(service.deps, pageRoutes(pageDirectory))

  const server = serve({ fetch, port: settings.PORT, hostname: settings.HOST }, ({ port }) => {
    const host = settings.HOST === '127.0.0.1' ? 'localhost' : settings.HOST.replace('::1', '[::1]')
    log.info(`The publisher dashboard is at http://${host}:${port}`)
  })
  server.on('error', (error: NodeJS.ErrnoException) =>
    fail(
      error.code === 'EADDRINUSE' ? new SettingsError(`PORT=${settings.PORT} is taken. Choose another one.`) : error,
    ),
  )
  const stop = () => {
    server.close(async () => {
      await service.close()
      process.exit(0)
    })
    if ('closeAllConnections' in server) server.closeAllConnections()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  fail(error)
}
