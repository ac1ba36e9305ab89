import { listDemoAccounts } from '../../people/demo-accounts'
import { openApp } from '../../platform/app'
import { readConfig } from '../../platform/config'
import { type Account, box } from './box'
import { environment } from './environment'
import { type Opening, openingSteps } from './opening'
import { HELP, type Options, readOptions } from './options'
import { refuseIfInUse, reset } from './reset'
import { dataFolder, openState, type State } from './state'
import { perform } from './tasks'
import { freePort, isFree } from './waiting'

/** `npm start`: everything up, a box with addresses, and everything down again at Ctrl-C. */
async function main(): Promise<void> {
  const started = performance.now()
  const wanted = readOptions(process.argv.slice(2))
  if (wanted.help) return console.log(HELP)
  const options = { ...wanted, port: wanted.port || (await freePort()) }

  const folder = dataFolder()
  if (options.reset) await reset(folder)
  const state = openState(folder)
  refuseIfInUse(state)
  checkConfig(state, options)
  await checkPort(options.port)

  const { onOpened, close, isClosing } = closers()
  const opening: Opening = { options, state, onEvent: (text) => console.log(text), onOpened, env: {} }
  const stop = async (code: number) => {
    await close()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  try {
    await perform(openingSteps(opening))
    const accounts = await demoAccounts(opening)
    const seconds = (performance.now() - started) / 1_000
    console.log(box({ url: `http://localhost:${options.port}`, accounts, folder, seconds }))
  } catch (error) {
    // what a signal ended did not fail
    if (isClosing()) return
    complain(error)
    await stop(1)
  }
}

/** Ends what was opened, the newest first, once: a second signal waits for the first. */
function closers() {
  const open: (() => Promise<void>)[] = []
  let closing: Promise<void> | undefined
  const endAll = async () => {
    for (let end = open.pop(); end; end = open.pop()) await end()
  }
  return {
    onOpened: (end: () => Promise<void>) => void open.push(end),
    close: () => {
      closing ??= endAll()
      return closing
    },
    isClosing: () => closing !== undefined,
  }
}

/** Finds mistakes before anything is started; the addresses of embedded servers are not known yet, but always right. */
function checkConfig(state: State, { port, demo }: Options): void {
  const { DATABASE_URL: databaseUrl = 'postgres://embedded', REDIS_URL: redisUrl = 'redis://embedded' } = process.env
  readConfig(environment(state, { databaseUrl, redisUrl, port, commercePort: 9000, demo }))
}

async function checkPort(port: number): Promise<void> {
  if (await isFree(port, process.env['HOST'] || '127.0.0.1')) return
  throw new Error(`Port ${port} is taken. Choose another one: npm start -- --port ${port + 1}`)
}

async function demoAccounts({ options, env }: Opening): Promise<Account[]> {
  if (!options.demo) return []
  const app = await openApp(readConfig(env), { name: 'up', poolSize: 1 })
  try {
    return await listDemoAccounts(app)
  } finally {
    await app.close()
  }
}

function complain(error: unknown): void {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
}

main().catch((error: unknown) => {
  complain(error)
  process.exit(1)
})
