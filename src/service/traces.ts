import { AsyncLocalStorage } from 'node:async_hooks'
import { type Context, defaultTextMapGetter, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import { currentRequest } from './currentRequest.ts'
import type { Watch } from './watch.ts'

type Options = {
  endpoint: string
  /** The share of traces that are kept, of those that no caller has decided on. */
  share: number
  log: (error: Error) => void
}

/** Milliseconds that the last spans have at the end. */
const grace = 2_000

/** Sends a span for each request, statement and call of a marketplace to a collector, over OTLP. */
export function openTraces({ endpoint, share, log }: Options) {
  const collector = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const exporter: SpanExporter = {
    export: (spans, done) =>
      collector.export(spans, (result) => {
        if (result.error) log(new Error(`Traces could not be sent: ${result.error.message}`))
        done(result)
      }),
    shutdown: () => collector.shutdown(),
    forceFlush: () => collector.forceFlush(),
  }
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'publisher-dashboard' }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  })
  const tracer = provider.getTracer('publisher-dashboard')
  const current = new AsyncLocalStorage<Context>()
  const w3c = new W3CTraceContextPropagator()
  const fromCaller = (traceparent: string | undefined) =>
    w3c.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter)

  const watch: Watch = {
    async within({ kind, name, traceparent }, run) {
      const parent = current.getStore() ?? fromCaller(traceparent)
      const span = tracer.startSpan(name, { kind: kind === 'request' ? SpanKind.SERVER : SpanKind.INTERNAL }, parent)
      try {
        return await current.run(trace.setSpan(parent, span), run)
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR })
        throw error
      } finally {
        span.end()
      }
    },
    answered({ method, route, status }) {
      const span = trace.getSpan(current.getStore() ?? ROOT_CONTEXT)
      span?.updateName(`${method} ${route}`).setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'dashboard.request': currentRequest.getStore(),
      })
      if (status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR })
    },
    queried({ kind, milliseconds, failed }) {
      const parent = current.getStore()
      // A worker that looks for what is due is no trace.
      if (!parent) return
      const end = performance.now()
      const span = tracer.startSpan(kind, { kind: SpanKind.CLIENT, startTime: end - milliseconds }, parent)
      span.setAttribute('db.operation.name', kind)
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end(end)
    },
  }
  return {
    watch,
    async close() {
      await provider.forceFlush({ timeoutMillis: grace }).catch(() => {})
    },
  }
}
