// Runs before `npm start`, `npm test` and `npm run dev`, on the machine's own Node, so it is plain JavaScript.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const packages = (file) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8')).packages

/** npm writes the second file last, so an interrupted install counts as no install. */
function isInstalled() {
  try {
    const wanted = packages('package-lock.json')
    const present = packages('node_modules/.package-lock.json')
    return (
      existsSync(`${root}/node_modules/node/bin`) &&
      Object.entries(wanted).every(
        ([path, { version, optional }]) =>
          path === '' || (optional && !present[path]) || present[path]?.version === version,
      )
    )
  } catch {
    return false
  }
}

if (!isInstalled()) {
  process.stdout.write('Installing the packages that package-lock.json names …\n')
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  // Not `npm ci`, which fails where a registry lacks the packages of other platforms. Warnings would only say that npm
  // itself runs on another Node version than the one installed here.
  const { status } = spawnSync(
    command,
    [...first, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32' && command === 'npm',
    },
  )
  process.exit(status ?? 1)
}
