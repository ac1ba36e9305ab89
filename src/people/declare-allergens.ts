import { eq } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { seal, unseal } from '../platform/seal'
import { declaredAllergens } from './schema'

export interface DeclareAllergens {
  readonly personId: string
  /** EU-14 codes, in place of what was said before; none takes everything back. */
  readonly codes: readonly string[]
  /** The person agrees that this is kept, and shown as codes to the kitchens they order from. */
  readonly agrees: boolean
}

/** Takes over what somebody says they cannot eat, sealed to them. @throws Refusal `allergy_consent_needed` */
export async function declareAllergens(app: App, { personId, codes, agrees }: DeclareAllergens): Promise<void> {
  if (codes.length === 0) {
    await app.db.delete(declaredAllergens).where(eq(declaredAllergens.personId, personId))
    return
  }
  if (!agrees) throw new Refusal('allergy_consent_needed')
  const sealed = seal(app.config, 'allergies', personId, JSON.stringify([...new Set(codes)].sort()))
  const row = { personId, codes: [], sealed, agreedAt: app.now() }
  await app.db
    .insert(declaredAllergens)
    .values(row)
    .onConflictDoUpdate({ target: declaredAllergens.personId, set: row })
}

/** What somebody said they cannot eat. */
export async function allergensOf(app: App, personId: string): Promise<readonly string[]> {
  const [row] = await app.db.select().from(declaredAllergens).where(eq(declaredAllergens.personId, personId))
  if (!row) return []
  return row.sealed ? (JSON.parse(unseal(app.config, 'allergies', personId, row.sealed)) as string[]) : row.codes
}
