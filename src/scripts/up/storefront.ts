import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dyingWithUs, run } from './commands'
import { storefrontFingerprint } from './fingerprint'
import { withLock } from './lock-file'

const ROOT = resolve(__dirname, '../../..')
const DIST = join(ROOT, 'dist')
const STAMP = join(DIST, '.built-from')
/** What no build of this long wrote again is used by nobody any more. */
const OLD_MS = 24 * 3_600_000

/** True when `dist/` was built from the storefront as it is now. */
export const isStorefrontBuilt = (): boolean =>
  existsSync(STAMP) && readFileSync(STAMP, 'utf8') === storefrontFingerprint()

/** Builds the storefront into `dist/` unless that has been done; two runs at once build it once. */
export async function buildStorefront(onLine?: (line: string) => void): Promise<void> {
  if (isStorefrontBuilt()) return
  await withLock(join(ROOT, 'node_modules/.cache/linli-storefront.lock'), async () => {
    if (isStorefrontBuilt()) return
    const source = storefrontFingerprint()
    await run([...dyingWithUs('TERM'), 'npm', 'run', '--silent', 'build'], {
      as: 'npm run build',
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
      ...(onLine ? { onLine } : {}),
    })
    writeFileSync(STAMP, source)
    removeOldFiles()
  })
}

/** A build leaves the files of earlier ones, for whoever still asks for them; some day they go. */
function removeOldFiles(): void {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name)
    if (Date.now() - statSync(file).mtimeMs > OLD_MS) rmSync(file, { force: true })
  }
}
