import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { ROOT } from '../../platform/root'

/** Programs that start in a second from one file; commerce reads its folders and runs from source. */
export const BUNDLED = { web: 'src/http/main.ts', worker: 'workers/main.ts' } as const

/** Node finds our packages from here, and nobody commits it. */
const KEPT = join(ROOT, 'node_modules/.cache/linli')

/** One process as one file, packages left outside: about 0.1 s. */
export function bundle(name: keyof typeof BUNDLED): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(ROOT, BUNDLED[name])],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

/** Bundles a process as its sources are now, under a name that says what is in it. Answers the file. */
export function bundledFile(name: keyof typeof BUNDLED): string {
  const text = bundle(name)
  const file = join(KEPT, `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`)
  if (!existsSync(file)) {
    mkdirSync(KEPT, { recursive: true })
    const half = `${file}.${process.pid}`
    writeFileSync(half, text)
    renameSync(half, file)
  }
  return file
}
