import { dateIn } from '../kernel/time'
import { listOperators } from '../places/queries'
import { openApp, type RunningApp } from '../platform/app'
import { ConfigError, readConfig } from '../platform/config'
import { buildCity } from './city/city'
import { loadCity } from './city/load/load-city'
import { register } from './city/load/register'
import { withCommerce } from './city/load/with-commerce'
import { CITIES } from './city/places/cities'

/** Fills an empty installation with the demo city. Does nothing where anybody has kitchens already. */
async function seed(app: RunningApp): Promise<void> {
  const startedAt = performance.now()
  const tell = (text: string) => console.log(`${((performance.now() - startedAt) / 1000).toFixed(1)} s  ${text}`)
  if ((await listOperators(app)).length > 0) return tell('the city stands')

  const today = dateIn(CITIES[0]?.zone ?? 'UTC', app.now())
  const city = buildCity(today)
  tell(`${city.communities.length} communities, ${city.dishes.length} dishes, ${city.people.length} people thought up`)
  const inMedusa = await withCommerce(app.config, (commerce) => register(commerce, city, tell))
  const loaded = await loadCity(app, city, today, inMedusa)
  for (const [table, rows] of Object.entries(loaded)) console.log(`${String(rows).padStart(8)} ${table}`)
  tell('the city stands')
}

async function main(): Promise<void> {
  const config = readConfig()
  if (config.NODE_ENV === 'production') throw new ConfigError('NODE_ENV: the demo city is not for production')
  const app = await openApp(config, { name: 'seed', poolSize: 2 })
  try {
    await seed(app)
  } finally {
    await app.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
})
