import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(__dirname, '../../..')

export interface Sources {
  /** Files or folders below the project's root. */
  readonly paths: readonly string[]
  /** Which files of these folders matter; all by default. */
  readonly matching?: RegExp
}

/** Sixteen hex digits that change when any of these files does, is added or goes. */
export function fingerprint({ paths, matching = /./ }: Sources): string {
  const files = paths.flatMap(filesBelow).filter((file) => matching.test(file))
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex').slice(0, 16)
}

/** What decides about the tables: Medusa and its settings, our migrations, our functions and triggers. */
export const schemaFingerprint = (): string =>
  fingerprint({
    paths: ['node_modules/@medusajs/medusa/package.json', 'medusa-config.ts', 'migrations', 'src'],
    matching: /package\.json$|medusa-config|^migrations|\.sql$/,
  })

/** What decides about the built storefront. */
export const storefrontFingerprint = (): string =>
  fingerprint({
    paths: ['storefront', 'vite.config.ts', 'package-lock.json', 'src/http', 'src/kernel'],
    matching: /^storefront|^vite|^package|^src.kernel|contract\.ts$/,
  })

function filesBelow(path: string): string[] {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
}
