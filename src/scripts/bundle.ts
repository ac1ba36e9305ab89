import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../platform/root'
import { bundle } from './up/bundle'

/** Part of `npm run build`: web and worker as one file each, as the image runs them. */
const folder = join(ROOT, 'dist/processes')
mkdirSync(folder, { recursive: true })
for (const name of ['web', 'worker'] as const) writeFileSync(join(folder, `${name}.js`), bundle(name))
