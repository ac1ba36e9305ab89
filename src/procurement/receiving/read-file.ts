import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { files } from '../schema/receiving'

/** A file with its bytes; undefined when there is none. */
export async function fileById(app: App, id: string) {
  const [file] = await app.db.select().from(files).where(eq(files.id, id))
  return file
}
