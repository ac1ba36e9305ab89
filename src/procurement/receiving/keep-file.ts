import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { files } from '../schema/receiving'

/** What a file says it is, and how its bytes must begin to be believed. */
const KINDS: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  'image/webp': (bytes) =>
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  'application/pdf': (bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-',
}

export const PICTURES = ['image/jpeg', 'image/png', 'image/webp'] as const
export const PAPERS = [...PICTURES, 'application/pdf'] as const

export interface KeepFile {
  readonly operatorId: string
  /** The supplier who may see it too. */
  readonly supplierId: string | null
  readonly file: { readonly name: string; readonly mediaType: string; readonly base64: string }
  readonly kinds: readonly string[]
  readonly uploadedBy: string
}

/** Keeps a file's bytes when they are what they say they are. @throws Refusal `unreadable_file` */
export async function keepFile(
  app: App,
  { operatorId, supplierId, file, kinds, uploadedBy }: KeepFile,
): Promise<string> {
  const bytes = Buffer.from(file.base64, 'base64')
  const { name, mediaType } = file
  if (!kinds.includes(mediaType) || !KINDS[mediaType]?.(bytes))
    throw new Refusal('unreadable_file', { kinds: kinds.map((kind) => kind.split('/')[1]).join(', ') })
  const id = newId('fil')
  await app.db.insert(files).values({ id, operatorId, supplierId, name, mediaType, bytes, uploadedBy, at: app.now() })
  const detail = { fileId: id, mediaType, bytes: bytes.length }
  await note(app, { operatorId, actorId: uploadedBy, action: 'procurement.keep-file', subject: id, detail })
  return id
}
