import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of our package.json: the same whether the program runs from its sources or bundled into one file. */
export const ROOT = findRoot(__dirname)

function findRoot(folder: string): string {
  const file = join(folder, 'package.json')
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'linli') return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('the folder of Linli was not found')
  return findRoot(above)
}
