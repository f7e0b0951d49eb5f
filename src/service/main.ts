import { setTimeout } from 'node:timers/promises'
import { openService } from './boot.ts'
import { createApp } from './http/app.ts'
import { listen } from './http/listen.ts'
import { pageDirectory, pageRoutes } from './http/page.ts'
import { logger } from './log.ts'
import { readSettings, SettingsError, secretsOf } from './settings.ts'
import { together } from './watch.ts'

// The service does not depend on its log: the reader of a pipe can be gone, or the disk of a file full.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {})

try {
  const settings = readSettings(process.env)
  const { DRAIN_SECONDS, METRICS_HOST, METRICS_PORT } = settings
  const log = logger(settings, secretsOf(settings))
  const metrics = METRICS_PORT === undefined ? undefined : (await import('./metrics.ts')).openMetrics()
  const endpoint = settings.OTEL_EXPORTER_OTLP_ENDPOINT
  const share = settings.OTEL_TRACES_SAMPLER_ARG
  const traces =
    endpoint === undefined ? undefined : (await import('./traces.ts')).openTraces({ endpoint, share, log: log.error })
  const service = await openService(settings, log.error, together(log, metrics?.watch, traces?.watch))
  const server = await listen(
    createApp(service.deps, pageRoutes(pageDirectory, service.deps.mail.home)).fetch,
    settings,
  )
  const looks =
    metrics &&
    (await listen(metrics.answer(service.readings), { HOST: METRICS_HOST, PORT: METRICS_PORT! }, 'METRICS_PORT'))
  if (looks) log.info(`Its metrics are at ${looks.address}/metrics`)
  log.info(`The publisher dashboard is at ${service.deps.signIn?.home ?? server.address}`)

  // A second signal ends the process immediately: nothing is lost either way.
  const stop = async () => {
    service.announceStop()
    await setTimeout(DRAIN_SECONDS * 1000)
    await server.close()
    await service.close()
    await looks?.close(0)
    await traces?.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError ? error.message : ((error as Error).stack ?? error)}\n`)
  process.exit(1)
}
