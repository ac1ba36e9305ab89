import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { listen } from '../../../src/platform/listen'
import { testApp } from '../../support/app'

it('closes at any moment of its connecting, and says nothing afterwards', async () => {
  const app = await testApp()
  for (let delay = 0; delay < 12; delay++) {
    const options = {
      url: app.config.DATABASE_URL,
      name: 'test',
      channels: ['bell'],
      onNotify: () => {},
      onConnect: () => {},
    }
    const listener = listen(options, app.log)
    await sleep(delay)
    const closed = await Promise.race([listener.close().then(() => true), sleep(6_000).then(() => false)])
    expect(closed, `closed ${delay} ms after it began`).toBe(true)
  }
  await app.close()
})
