#!/usr/bin/env node
// The first thing that runs in a fresh clone: plain JavaScript without dependencies, so that it can install them.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** npm writes the lock and its own record of it within one run, in no order we may rely on. */
const SAME_RUN_MS = 60_000

/** True for Node 20.19 and later 20.x, and from 22.12 on: the versions that can require ES modules. */
export function isNodeGoodEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major === 20) return minor >= 19
  if (major === 22) return minor >= 12
  return major > 22
}

/** Installs exactly what package-lock.json names, unless that has been done already. */
function install() {
  const lock = join(ROOT, 'package-lock.json')
  const stamp = join(ROOT, 'node_modules/.linli-lock')
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isDone()) return
  if (!isInstalledSince(lock)) {
    const end = waitForOtherInstall()
    if (!isDone()) runNpm()
    end()
  }
  writeFileSync(stamp, wanted)
}

function runNpm() {
  console.log('Installing the locked dependencies (some minutes the first time) …')
  // some registries lack packages for other platforms, and npm ci then finds the lock incomplete
  if (npm('ci', '--include=dev') === 0 || npm('install', '--include=dev', '--no-audit', '--no-fund') === 0) return
  console.error('npm could not install the dependencies; see its message above.')
  process.exit(1)
}

/** Two runs at once must not install at once: takes a file that names our process, and gives what removes it. */
function waitForOtherInstall() {
  const file = join(tmpdir(), `linli-install-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`)
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  // a link to a finished file appears at once or not at all, so nobody reads an empty one
  while (!link(mine, file)) {
    if (!isAlive(Number(read(file)))) rmSync(file, { force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  }
  rmSync(mine)
  const end = () => rmSync(file, { force: true })
  process.once('exit', end)
  return end
}

function link(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch {
    return false
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** True when npm's record of what it installed is not older than the lock: somebody ran npm by hand. */
function isInstalledSince(lock) {
  const record = join(ROOT, 'node_modules/.package-lock.json')
  return existsSync(record) && statSync(record).mtimeMs + SAME_RUN_MS >= statSync(lock).mtimeMs
}

function npm(...args) {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' }).status
}

/** Runs Node until it ends and gives its exit code; a signal we get is handed on, and the child decides when to end. */
function node(args, env = {}) {
  const child = spawn(...dyingWithUs([process.execPath, ...args]), {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  // Ctrl-C reaches the child by itself, as it shares our terminal
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
  return new Promise((done) => child.once('exit', (code, signal) => done(signal ? 1 : (code ?? 1))))
}

function dyingWithUs([command, ...args]) {
  const can = process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0
  return can ? ['setpriv', ['--pdeathsig', 'TERM', command, ...args]] : [command, args]
}

/** Runs vitest and ends with one plain line of counts, also when vitest could not even begin. */
async function test(args) {
  const folder = mkdtempSync(join(tmpdir(), 'linli-counts-'))
  const file = join(folder, 'counts.json')
  const code = await node(['node_modules/vitest/vitest.mjs', 'run', ...args], {
    LINLI_TEST_COUNTS: file,
    // vite advises a future way to write its configuration; ours is the way of this package
    VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
  })
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 }
  rmSync(folder, { recursive: true, force: true })
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed
  console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`)
  return failed ? code || 1 : code
}

async function main([command, ...rest]) {
  if (!isNodeGoodEnough(process.versions.node)) {
    console.error(`Linli needs Node 20.19 or newer (20.x, or 22.12 and up); this is ${process.versions.node}.`)
    process.exit(1)
  }
  install()
  if (command === 'test') process.exit(await test(rest))
  const args = command === undefined ? [] : [command, ...rest]
  process.exit(await node(['--import', 'tsx', 'src/scripts/up/main.ts', ...args]))
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))
