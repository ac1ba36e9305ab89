import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { testEnvironment } from '../../support/environment'

const start = promisify(execFile)

it('benches the lunch of a small city through worker processes, without a violation', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linli-city-'))
  const json = join(folder, 'city.json')
  const bench = ['--import', 'tsx', 'src/scripts/bench.ts', 'city', '--orders', '2000', '--thinking', '300']
  const env = { ...process.env, REDIS_URL: testEnvironment()['REDIS_URL'] }
  const { stdout } = await start(process.execPath, [...bench, '--json', json], { env })
  const { bench: name, summary, rows } = JSON.parse(await readFile(json, 'utf8'))
  await rm(folder, { recursive: true })
  expect(name).toBe('city')
  expect(summary).toMatchObject({ violations: 0, kitchens: 2, orders: 2_000, communitiesLeft: 0 })
  for (const figure of ['seconds', 'peakMb', 'km', 'greedyKm', 'savingsKm', 'boxesPerStop', 'stopsPerKm'] as const)
    expect(summary[figure], figure).toBeGreaterThan(0)
  expect(summary.km).toBeLessThan(summary.greedyKm)
  // without merging the same lunch takes a longer way and more couriers
  expect(summary.perOrder.km).toBeGreaterThan(summary.perBuilding.km)
  expect(summary.speedUp).toMatchObject({ samePlans: true, kitchens: 2 })
  expect(rows).toHaveLength(2)
  expect(stdout).toContain('boxes a stop')
})
