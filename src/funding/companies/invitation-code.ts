import { randomInt } from 'node:crypto'
import type { App } from '../../platform/app'
import { keyedHash } from '../../platform/seal'

/** No 0, O, 1, I: may be typed from paper. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** 80 bits: nobody guesses one in two weeks. */
const LENGTH = 16
const GOOD_FOR_MS = 14 * 86_400_000

/** A new code, and what is kept of it. */
export function newInvitationCode(app: App) {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)] ?? '').join('')
  return { code, codeHash: hashOfInvitation(app, code), expiresAt: invitationEnd(app) }
}

/** Until when an invitation that is made now is good. */
export const invitationEnd = (app: App): Date => new Date(app.now().getTime() + GOOD_FOR_MS)

export const hashOfInvitation = (app: App, code: string): string =>
  keyedHash(app.config, 'company-invitation', code.toUpperCase().replaceAll(/[\s-]/g, ''))
