import { readConfig } from '../platform/config'
import { migrateOurs } from '../platform/migrate'
import { migrateCommerce } from './migrate-commerce'

/** Brings Medusa's tables and ours to the newest version. Safe to repeat. */
async function main(): Promise<void> {
  const config = readConfig()
  process.stdout.write('our tables\n')
  await migrateOurs(config)
  process.stdout.write("commerce's tables\n")
  await migrateCommerce(config)
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(1)
  },
)
