import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { env, getuid, platform } from 'node:process'
import type { LaunchOptions } from '@playwright/test'
import packed from '@sparticuz/chromium'

/** The Chromium of the npm package where there is one; elsewhere the one that `playwright install` installs. */
export async function chromium(): Promise<LaunchOptions> {
  if (platform !== 'linux' || process.arch !== 'x64') return {}
  return { executablePath: await unpacked(), args: getuid?.() === 0 ? ['--no-sandbox'] : [] }
}

/** The package unpacks into the temporary folder and trusts any file there, so it gets a folder of its own. */
async function unpacked() {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/chromium')
  mkdirSync(folder, { recursive: true })
  const { TMPDIR } = env
  env.TMPDIR = folder
  try {
    return await packed.executablePath()
  } finally {
    if (TMPDIR === undefined) delete env.TMPDIR
    else env.TMPDIR = TMPDIR
  }
}
