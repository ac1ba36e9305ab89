import type { z } from 'zod'
import { solveCase } from '../solve-case'
import { type Answer, tidy } from './answer'
import * as files from './policy-files'
import * as policy from './solve-policy'
import { SupplyFile, wholeCase } from './supply-file'

/** A case file that makes no sense; the message names the place. */
export class BadCase extends Error {
  override readonly name = 'BadCase'
}

export interface Limits {
  readonly seconds: number
  readonly gap: number
}

type Fields = Readonly<Record<string, unknown>>

interface Format {
  readonly fits: (fields: Fields) => boolean
  readonly solve: (fields: Fields, limits: Limits) => Answer | Promise<Answer>
}

const has =
  (...names: string[]) =>
  (fields: Fields) =>
    names.every((name) => name in fields)

const format = <S extends z.ZodType>(
  names: string[],
  schema: S,
  solve: (file: z.infer<S>, limits: Limits) => Answer | Promise<Answer>,
): Format => ({ fits: has(...names), solve: (fields, limits) => solve(read(schema, fields), limits) })

/** Told apart by the fields that only they have; the first that fits is taken. */
const FORMATS: readonly Format[] = [
  format(['suppliers', 'items'], SupplyFile, solveSupply),
  format(['demand', 'setup'], files.LotSizingFile, policy.solveLotSizing),
  format(['breakpoints', 'unit_costs'], files.DiscountFile, policy.solveDiscount),
  format(['params'], files.PerishableFile, policy.solvePerishable),
  format(['K', 'k', 'd'], files.JointFile, policy.solveJoint),
  format(['h', 'p', 'K', 'sd'], files.ReorderPointFile, policy.solveReorderPoint),
  format(['h', 'p', 'K', 'rows'], files.ReorderUpToFile, policy.solveReorderUpTo),
  {
    fits: has('h', 'p', 'K', 'mu'),
    solve: (fields) => policy.solveReorderUpTo(read(files.ReorderUpToFile, { ...fields, rows: [fields] })),
  },
  format(['h', 'p'], files.NewsvendorFile, policy.solveNewsvendor),
]

/** Solves one case of any known format, or every case inside one. @throws BadCase */
export async function solveFile(content: unknown, limits: Limits): Promise<Answer> {
  if (typeof content !== 'object' || content === null) throw new BadCase('a case is an object')
  const fields = content as Fields
  const id = typeof fields['id'] === 'string' ? { id: fields['id'] } : {}
  const known = FORMATS.find(({ fits }) => fits(fields))
  if (known) return { ...id, ...(await known.solve(fields, limits)) }
  const parts: Answer[] = []
  for (const [name, inner] of Object.entries(fields)) {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue
    if (FORMATS.some(({ fits }) => fits(inner as Fields))) parts.push({ ...(await solveFile(inner, limits)), id: name })
  }
  if (parts.length === 0) throw new BadCase('no known format: neither suppliers and items nor one of the shorter ones')
  return { ...id, cost: null, gap: 0, orders: [], parts }
}

function read<S extends z.ZodType>(schema: S, fields: Fields): z.infer<S> {
  const parsed = schema.safeParse(fields)
  if (parsed.success) return parsed.data
  throw new BadCase(
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'case'}: ${message}`).join('\n'),
  )
}

async function solveSupply(file: SupplyFile, limits: Limits): Promise<Answer> {
  const { supplyCase, scale } = wholeCase(file)
  const answer = await solveCase({ supplyCase, ...limits })
  const nameOf = (item: number) => file.items[item]?.name ?? ''
  if ('reason' in answer) {
    const where = 'item' in answer ? { item: nameOf(answer.item), day: answer.day } : {}
    return { cost: null, gap: null, orders: [], infeasible: { reason: answer.reason, ...where } }
  }
  const orders = [...answer.orders]
    .sort((a, b) => a.day - b.day || a.supplier - b.supplier || a.item - b.item)
    .map(({ day, supplier, item, quantity }) => ({
      day,
      supplier: file.suppliers[supplier]!.id,
      item: nameOf(item),
      quantity: tidy(quantity / scale),
    }))
  return { cost: tidy(answer.cost), gap: answer.gap, orders }
}
