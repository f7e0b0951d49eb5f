import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, globSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

const sources = [
  'index.html',
  'vite.config.ts',
  '.ci/extractStyles.ts',
  '.ci/licences.ts',
  'package-lock.json',
  '{src/web,src/contract,locales,public}/**/*.*',
]
/** The file in the built page that holds a fingerprint of its sources. */
const mark = '.built-from'

/** Builds the page unless it was built from the current sources; an installation without sources keeps its build. */
export async function buildPageIfStale(
  directory = join(root, 'dist'),
  build: (outDir: string) => Promise<void> = viteBuild,
) {
  if (!existsSync(join(root, 'src/web')) && existsSync(directory)) return
  const wanted = await fingerprint()
  const present = await readFile(join(directory, mark), 'utf8').catch(() => undefined)
  if (present === wanted) return

  // Two programs can start at the same time: each builds its own folder, and the last one to finish replaces the page.
  const fresh = await mkdtemp(`${directory}-`)
  try {
    await build(fresh)
    await writeFile(join(fresh, mark), wanted)
    await chmod(fresh, 0o755)
    await putInPlace(fresh, directory)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/** A separate process frees its memory afterwards, and builds for production whatever `NODE_ENV` is here. */
async function viteBuild(outDir: string) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The page could not be built; the lines above say why.')
}

/** A folder cannot be replaced in one step: the process that loses the race between the two renames tries again. */
async function putInPlace(fresh: string, directory: string, tries = 5): Promise<void> {
  const former = `${fresh}-former`
  await rename(directory, former).catch(() => undefined)
  await rm(former, { recursive: true, force: true })
  try {
    await rename(fresh, directory)
  } catch (error) {
    if (tries === 0) throw error
    await putInPlace(fresh, directory, tries - 1)
  }
}

async function fingerprint() {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort()) hash.update(file).update(await readFile(join(root, file)))
  return hash.digest('hex')
}

if (import.meta.main) await buildPageIfStale()
