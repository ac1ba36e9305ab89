import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Config } from './config'

/** Every use has a key of its own, so that two hashes of the same thing cannot be laid side by side. */
export type SealUse =
  | 'member-facts'
  | 'identity-document'
  | 'pseudonym'
  | 'proxy-code'
  | 'allergies'
  | 'sensor'
  | 'company-invitation'
  | 'health-note'
  | 'passenger'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The two secrets of a configuration that keys are made of. */
export type Secrets = Pick<Config, 'PRIVACY_SECRET' | 'JWT_SECRET'>

const keyOf = ({ PRIVACY_SECRET, JWT_SECRET }: Secrets, use: SealUse): Buffer =>
  Buffer.from(hkdfSync('sha256', PRIVACY_SECRET ?? JWT_SECRET, 'linli', use, 32))

/** Encrypts a text; `context`, such as the row's id, must be the same to open it, so a sealed text cannot be moved. */
export function seal(config: Secrets, use: SealUse, context: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(config, use), nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @throws when the text was changed, moved or sealed under another secret. */
export function unseal(config: Secrets, use: SealUse, context: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const cipher = createDecipheriv(CIPHER, keyOf(config, use), nonce).setAAD(Buffer.from(context)).setAuthTag(tag)
  return Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8')
}

/** A hash only we can make: for comparing what must not be kept. */
export const keyedHash = (config: Secrets, use: SealUse, text: string): string =>
  createHmac('sha256', keyOf(config, use)).update(text).digest('base64url')
