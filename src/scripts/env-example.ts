import { writeFileSync } from 'node:fs'
import { envExample } from './up/variables'

/** `npm run env` */
writeFileSync('.env.example', envExample())
