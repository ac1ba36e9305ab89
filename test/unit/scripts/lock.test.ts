import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { completeLock, type Lock } from '../../../src/scripts/up/lock'

const committed = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

it('finds the committed lock complete for every platform, so that npm ci accepts it', () => {
  expect(completeLock(committed).added).toEqual([])
})

it('finds no address of a registry in the committed lock', () => {
  expect(Object.values(committed.packages).filter((entry) => entry.resolved)).toEqual([])
})

it('adds what a registry left out, for the platform its name says', () => {
  const { lock, added } = completeLock({
    packages: {
      '': {},
      'node_modules/rollup': {
        version: '4.0.0',
        dev: true,
        resolved: 'https://registry.example/rollup.tgz',
        optionalDependencies: { '@rollup/rollup-linux-arm64-musl': '4.0.0', '@rollup/rollup-linux-x64-gnu': '4.0.0' },
      },
      'node_modules/@rollup/rollup-linux-x64-gnu': { version: '4.0.0', cpu: ['x64'], os: ['linux'], dev: true },
    },
  })
  expect(added).toEqual(['@rollup/rollup-linux-arm64-musl'])
  expect(lock.packages['node_modules/@rollup/rollup-linux-arm64-musl']).toEqual({
    version: '4.0.0',
    cpu: ['arm64'],
    os: ['linux'],
    libc: ['musl'],
    dev: true,
    optional: true,
  })
  expect(lock.packages['node_modules/rollup']).not.toHaveProperty('resolved')
})

it('refuses to guess at a package that is for no platform', () => {
  const packages = { 'node_modules/a': { optionalDependencies: { fsevents: '~2.3.2' } } }
  expect(() => completeLock({ packages })).toThrow('fsevents')
})
