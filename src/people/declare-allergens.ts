import { eq } from 'drizzle-orm'
import type { App } from '../platform/app'
import { declaredAllergens } from './schema'

/** Takes over what somebody says they cannot eat, in EU-14 codes; nothing takes it back. */
export async function declareAllergens(app: App, personId: string, codes: readonly string[]): Promise<void> {
  const row = { personId, codes: [...new Set(codes)].sort() }
  await app.db
    .insert(declaredAllergens)
    .values(row)
    .onConflictDoUpdate({ target: declaredAllergens.personId, set: row })
}

/** What somebody said they cannot eat. */
export async function allergensOf(app: App, personId: string): Promise<readonly string[]> {
  const [row] = await app.db.select().from(declaredAllergens).where(eq(declaredAllergens.personId, personId))
  return row?.codes ?? []
}
