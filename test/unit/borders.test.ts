import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(__dirname, '../..')
const run = promisify(execFile)

/** One planted violation a rule: file → what it imports. */
const PLANTED: Readonly<Record<string, readonly [file: string, source: string][]>> = {
  'no-cycles': [
    ['src/kernel/a.ts', `import { b } from './b'\nexport const a = () => b`],
    ['src/kernel/b.ts', `import { a } from './a'\nexport const b = () => a`],
  ],
  'domain-is-pure': [
    ['src/ordering/domain/bad.ts', `import { newId } from '../../platform/id'\nexport const x = newId`],
  ],
  'kernel-is-alone': [['src/kernel/bad.ts', `import { newId } from '../platform/id'\nexport const x = newId`]],
  'contexts-are-strangers': [['src/kitchen/bad.ts', `import { x } from '../ordering/good'\nexport const y = x`]],
  'contexts-know-no-door': [['src/kitchen/knocks.ts', `import { serve } from '../http/serve'\nexport const y = serve`]],
  'platform-knows-no-context': [['src/platform/bad.ts', `import { x } from '../ordering/good'\nexport const y = x`]],
  'medusa-stays-at-its-doors': [
    ['src/catalogue/bad.ts', `import { Modules } from '@medusajs/framework/utils'\nexport const y = Modules`],
  ],
  'io-stays-in-platform': [['src/delivery/bad.ts', `import { Queue } from 'bullmq'\nexport const y = Queue`]],
  'doors-only-call': [
    ['src/http/store/bad.ts', `import { orders } from '../../ordering/schema'\nexport const y = orders`],
    ['workers/bad.ts', `import { sql } from 'drizzle-orm'\nexport const y = sql`],
  ],
  'workers-know-no-http': [['workers/worse.ts', `import express from 'express'\nexport const y = express`]],
  'storefront-imports-contracts-only': [
    ['storefront/shop/bad.ts', `import type { X } from '../../src/ordering/good'\nexport type Y = X`],
  ],
  'storefront-imports-types-only': [
    ['storefront/shop/worse.ts', `import { order } from '../../src/http/store/contract'\nexport const y = order`],
  ],
  'no-orphans': [['src/funding/alone.ts', `export const nobody = 'asks for me'`]],
  'declared-dependencies-only': [['src/places/bad.ts', `import leftPad from 'left-pad'\nexport const y = leftPad`]],
}

/** What the planted files lean on. */
const GROUND: Readonly<Record<string, string>> = {
  'src/platform/id.ts': `export const newId = () => ''`,
  'src/ordering/good.ts': `export const x = 1\nexport type X = number`,
  'src/ordering/schema.ts': `export const orders = 1`,
  'src/http/serve.ts': `export const serve = 1`,
  'src/http/store/contract.ts': `export const order = 1`,
}

interface Violation {
  readonly from: string
  readonly rule: { readonly name: string }
}

describe('borders', () => {
  let tree: string
  let violations: Violation[]

  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), 'linli-borders-'))
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      await cp(join(ROOT, file), join(tree, file))
    await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
    const files = [...Object.entries(GROUND), ...Object.values(PLANTED).flat()]
    for (const [file, source] of files) {
      await mkdir(dirname(join(tree, file)), { recursive: true })
      await writeFile(join(tree, file), source)
    }
    const depcruise = join(ROOT, 'node_modules/.bin/depcruise')
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'workers', 'storefront']
    // it ends with an error, since there are violations
    const { stdout } = await run(depcruise, args, { cwd: tree, maxBuffer: 1e8 }).catch(
      (error: { stdout: string }) => error,
    )
    violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations
  }, 60_000)

  afterAll(() => rm(tree, { recursive: true, force: true }))

  it.each(Object.entries(PLANTED))('%s bites', (rule, planted) => {
    const caught = violations.filter((violation) => violation.rule.name === rule).map(({ from }) => from)
    for (const [file] of rule === 'no-cycles' ? planted.slice(0, 1) : planted) expect(caught).toContain(file)
  })

  it('has a planted violation for every rule', async () => {
    const { forbidden } = (await import(join(ROOT, '.dependency-cruiser.cjs'))).default as {
      forbidden: { name: string }[]
    }
    expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort())
  })
})
