import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { extractStyles } from './.ci/extractStyles.ts'
import { licencesFile } from './.ci/licences.ts'

export default defineConfig({
  plugins: [
    react(),
    inlineTokens(),
    writtenThemes(),
    extractStyles(),
    preloadedWords(),
    licencesFile(),
    compressedFiles(),
    service(),
  ],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2024',
    modulePreload: { polyfill: false },
    // The content policy allows no data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Everything that the first page needs is one file: compressed together it is smaller, and it takes one request.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } } },
    chunkSizeWarningLimit: 800,
  },
  test: {
    environment: './test/support/environment.ts',
    setupFiles: './test/support/setup.ts',
    pool: 'threads',
    // Vitest would leave one core idle.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: { name: 'all', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/browser/**', 'test/faults/**'] },
      },
      {
        extends: true,
        test: {
          name: 'postgresql',
          include: ['test/service/**/*.test.ts'],
          exclude: ['test/service/{backup,buildPage,fullDisk,page,start}.test.ts'],
          globalSetup: './test/support/postgres.ts',
          setupFiles: './test/support/overPostgres.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/*.test.ts'],
          environment: 'node',
          globalSetup: './test/support/postgres.ts',
          testTimeout: 240_000,
          // They use the whole machine: after everything else, and one after another.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})

/**
 * Writes the name of a variable where a style names a token, so that the table of all tokens is left out. Words whose key
 * begins with `tokens.` stand in quotes and stay.
 */
function inlineTokens(): Plugin {
  return {
    name: 'inline-tokens',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/web\// },
      handler: (code) => ({
        code: code.replace(/(?<!['"`])\btokens\.(\w+)/g, (_, token) => `"var(--${token})"`),
        map: null,
      }),
    },
  }
}

/** Writes out the values of each theme, so that the page neither contains nor reads the tables that they come from. */
function writtenThemes(): Plugin {
  return {
    name: 'written-themes',
    apply: 'build',
    load: {
      filter: { id: /\/src\/web\/app\/\w+Theme\.ts$/ },
      async handler(id) {
        const themes = Object.entries<object>(await import(id))
        return themes.map(([name, theme]) => `export const ${name} = ${JSON.stringify(theme)}`).join('\n')
      },
    },
  }
}

/** Names the words that the first page needs: the service leaves the link of the reader's language in the HTML. */
function preloadedWords(): Plugin {
  return {
    name: 'preloaded-words',
    apply: 'build',
    transformIndexHtml: (_, { bundle = {} }) =>
      Object.values(bundle).flatMap((file) => {
        const language = file.type === 'chunk' && /\/i18n\/always\/(.+)\.ts$/.exec(file.facadeModuleId ?? '')?.[1]
        const attrs = { rel: 'modulepreload', crossorigin: true, hreflang: language || '', href: `/${file.fileName}` }
        return language ? [{ tag: 'link', attrs }] : []
      }),
  }
}

/** Compresses once, as hard as it goes, what the service would otherwise compress for every reader. */
function compressedFiles(): Plugin {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  return {
    name: 'compressed-files',
    apply: 'build',
    async writeBundle({ dir }) {
      for (const name of await readdir(dir!, { recursive: true })) {
        if (!/\.(?:js|css|svg|txt|json|webmanifest)$/.test(name)) continue
        const bytes = await readFile(join(dir!, name))
        await writeFile(join(dir!, `${name}.br`), brotliCompressSync(bytes, brotli))
        await writeFile(join(dir!, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

/** In development the page and the service share one port, as they do in use, over the same database. */
function service(): Plugin {
  return {
    name: 'service',
    apply: (_, { command }) => command === 'serve' && !process.env.VITEST,
    config: () => ({ appType: 'custom', server: { port: Number(process.env.PORT || 4280), strictPort: true } }),
    configureServer: (vite) => async () => {
      const { getRequestListener } = await import('@hono/node-server')
      const { Hono } = await import('hono')
      const { createApp } = await import('./src/service/http/app.ts')
      const { logger } = await import('./src/service/log.ts')
      const { openService } = await import('./src/service/boot.ts')
      const { readSettings } = await import('./src/service/settings.ts')

      const settings = readSettings(process.env)
      const { deps, close } = await openService(settings, logger(settings).error)
      const page = new Hono().get('*', async (c) =>
        c.html(await vite.transformIndexHtml(c.req.path, await readFile('index.html', 'utf8'))),
      )
      vite.middlewares.use(getRequestListener(createApp(deps, { routes: page }).fetch))
      vite.httpServer?.once('close', () => void close())
    },
  }
}
