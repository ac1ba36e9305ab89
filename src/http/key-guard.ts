import type { RequestHandler } from 'express'
import { Refusal } from '../kernel/refusal'

/** Names through which an assignment reaches a prototype. */
const HOSTILE = new Set(['__proto__', 'prototype', 'constructor'])

/** A plain name, as in `variants`, `$gte` or `zh-CN`. */
const NAME = /^[A-Za-z_$][\w$-]*$/

/** One step of a `fields` or `order` list: `+metadata`, `*variants`, `items.*`. */
const STEP = /^[+\-*]?[A-Za-z_$][\w$]*$/

/** Query parameters whose value is itself a list of paths. */
const PATHS = new Set(['fields', 'order', 'expand'])

const MOST_KEYS = 100
const DEEPEST_QUERY = 5
const DEEPEST_BODY = 8
/** Some parsers make an array as long as its highest index says. */
const HIGHEST_INDEX = 999

const isName = (key: string) => NAME.test(key) && !HOSTILE.has(key.toLowerCase())
const isIndex = (key: string) => key === '' || (/^\d{1,3}$/.test(key) && Number(key) <= HIGHEST_INDEX)
const isStep = (step: string) =>
  step === '*' || (STEP.test(step) && !HOSTILE.has(step.replace(/^[+\-*]/, '').toLowerCase()))

/** `a[b][0]` and `a.b.0` both as `['a', 'b', '0']`; a key of any other make as one segment, which is no name. */
const segmentsOf = (key: string) => (KEY.test(key) ? key.replace(/\]/g, '').split(/[.[]/) : [key])
const KEY = /^[^.[\]]+(\.[^.[\]]+|\[[^.[\]]*\])*$/

/** Whether every key and every listed path of a raw query string is harmless. */
export function isHarmlessQuery(query: string): boolean {
  if (query === '') return true
  const pairs = query.split('&')
  if (pairs.length > MOST_KEYS) return false
  const seen = new Set<string>()
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const key = decode(at < 0 ? pair : pair.slice(0, at))
    const value = decode(at < 0 ? '' : pair.slice(at + 1))
    if (key === undefined || value === undefined) return false
    const [first = '', ...rest] = segmentsOf(key)
    if (rest.length >= DEEPEST_QUERY || !isName(first) || !rest.every((part) => isIndex(part) || isName(part)))
      return false
    if (seen.has(key) && !key.endsWith('[]')) return false // which of two would count?
    seen.add(key)
    if (PATHS.has(first) && !value.split(',').every((path) => path.split('.').every((step) => isStep(step.trim()))))
      return false
  }
  return true
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    return undefined
  }
}

/** Whether every key at every depth of a parsed body is harmless. */
export function isHarmlessBody(body: unknown, depth = 0): boolean {
  if (typeof body !== 'object' || body === null) return true
  if (depth >= DEEPEST_BODY) return false
  if (Array.isArray(body)) return body.every((item) => isHarmlessBody(item, depth + 1))
  const entries = Object.entries(body)
  return entries.length <= MOST_KEYS && entries.every(([key, value]) => isName(key) && isHarmlessBody(value, depth + 1))
}

/** Refuses requests whose keys could reach a prototype. Mount it after the JSON parser; a body not yet parsed is not seen. */
export const keyGuard: RequestHandler = (req, _res, next) => {
  const at = req.originalUrl.indexOf('?')
  const harmless = isHarmlessQuery(at < 0 ? '' : req.originalUrl.slice(at + 1)) && isHarmlessBody(req.body)
  next(harmless ? undefined : new Refusal('hostile_key'))
}
