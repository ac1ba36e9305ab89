import { writeFileSync } from 'node:fs'
import { allEndpoints } from '../http/endpoints'
import { openApi } from '../http/openapi'

/** `npm run openapi` */
writeFileSync('openapi.json', `${JSON.stringify(openApi(allEndpoints), null, 2)}\n`)
