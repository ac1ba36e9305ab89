import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dyingWithUs, run } from './commands'
import { storefrontFingerprint } from './fingerprint'
import { withLock } from './lock-file'

const ROOT = resolve(__dirname, '../../..')
const STAMP = join(ROOT, 'dist/.built-from')

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
  })
}
