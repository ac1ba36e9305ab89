import { defineConfig } from 'drizzle-kit'

/** One Postgres schema per context; Medusa keeps "public" to itself. */
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/*/schema.ts', './src/*/schema/*.ts'],
  out: './migrations',
  schemaFilter: [
    'platform',
    'places',
    'people',
    'catalogue',
    'ordering',
    'booking',
    'funding',
    'kitchen',
    'delivery',
    'procurement',
  ],
})
