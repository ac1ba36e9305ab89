/** What we read and write of one entry of package-lock.json. */
export interface LockEntry {
  readonly version?: string
  resolved?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface Lock {
  readonly packages: Record<string, LockEntry>
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32']

/**
 * The lock with an entry for every optional package it names, and without the addresses of registries.
 * @throws when a missing package is named by a range or is not one for a platform, as then we cannot know its entry.
 */
export function completeLock(lock: Lock): { readonly lock: Lock; readonly added: readonly string[] } {
  const packages = structuredClone(lock.packages)
  for (const entry of Object.values(packages)) delete entry.resolved
  const added: string[] = []
  for (const [parent, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isFound(packages, parent, name)) continue
      packages[`node_modules/${name}`] = stub(name, version, entry)
      added.push(name)
    }
  }
  const [root, ...rest] = Object.entries(packages)
  const sorted = rest.sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { lock: { ...lock, packages: Object.fromEntries(root ? [root, ...sorted] : sorted) }, added }
}

/** Looks where Node would: beside the parent's own dependencies, then one folder further out each time. */
function isFound(packages: Readonly<Record<string, LockEntry>>, parent: string, name: string): boolean {
  for (let from = parent; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${from}${from && '/'}node_modules/${name}`]) return true
    if (!from) return false
  }
}

/** Names of platform packages say what they are for, such as `@rollup/rollup-linux-arm64-musl`. */
function stub(name: string, version: string, { dev, devOptional }: LockEntry): LockEntry {
  const words = name.split(/[/-]/)
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  const os = SYSTEMS.filter((system) => words.includes(system))
  if (!/^\d[\w.-]*$/.test(version) || !cpu.length) throw new Error(`${name}@${version} is missing and not guessable`)
  const libc = words.includes('musl') || words.includes('musleabihf') ? ['musl'] : []
  return {
    version,
    cpu,
    ...(dev ? { dev } : {}),
    ...(devOptional ? { devOptional } : {}),
    ...(os.includes('linux') && libc.length ? { libc } : {}),
    optional: true,
    ...(os.length ? { os } : {}),
  }
}
