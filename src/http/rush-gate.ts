import type { RequestHandler } from 'express'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { ARRIVAL, arrivalNote } from './arrival'
import { Turnstile } from './turnstile'

/** As many at a time as keep the database busy and leave connections for everything else. */
const MOST = 10
/** Nobody waits longer for their turn than this; an answer within two seconds is what people bear. */
const PATIENCE_MS = 1_000

/**
 * Stands before what people do in crowds, such as ordering in the last minutes before a cut-off. Who is turned away gets 503
 * `busy` with `retry-after` and a note of arrival, so that coming again is not coming late.
 */
export function rushGate(app: App): RequestHandler {
  const turnstile = new Turnstile({ most: MOST, patienceMs: PATIENCE_MS })
  return (req, res, next) => {
    const enter = () => {
      if (res.closed) return turnstile.leave()
      res.once('close', () => turnstile.leave())
      return next()
    }
    const turnAway = () => {
      const bound = { secret: app.config.JWT_SECRET, key: req.header('idempotency-key') ?? '' }
      res.setHeader(ARRIVAL, arrivalNote(bound, req.receivedAt))
      // not all at the same moment again
      res.setHeader('retry-after', String(1 + Math.floor(Math.random() * 3)))
      next(new Refusal('busy'))
    }
    turnstile.come(enter, turnAway)
  }
}
