import { readFileSync, writeFileSync } from 'node:fs'
import { completeLock, type Lock } from './up/lock'

/**
 * Run after every `npm install`: a registry that lacks packages for other platforms makes npm leave them out of
 * package-lock.json, and `npm ci` then refuses it everywhere.
 */
const FILE = 'package-lock.json'
const { lock, added } = completeLock(JSON.parse(readFileSync(FILE, 'utf8')) as Lock)
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length ? `added ${added.join(', ')}` : `${FILE} is complete`)
