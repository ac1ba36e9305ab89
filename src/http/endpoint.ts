import type { z } from 'zod'

export type Audience =
  | 'anyone'
  | 'guest'
  | 'resident'
  | 'employee'
  | 'company_admin'
  | 'kitchen'
  | 'courier'
  | 'dispatcher'
  | 'procurement'
  | 'supplier'
  | 'operator'
  | 'till'
  | 'provider'

/** One operation of the public API: all that its caller and its handler must agree on. */
export interface Endpoint<
  Path extends string = string,
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Express style: `/api/store/orders/:id`. */
  readonly path: Path
  readonly summary: string
  /** Who may enter; `guest` is anybody with a session of their own, `anyone` needs none. */
  readonly who: readonly Audience[]
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  readonly status?: 200 | 201 | 202
  /** Moves money, stock, capacity or food: needs an Idempotency-Key, has one effect and one answer a key. */
  readonly idempotent?: true
  /** Comes in crowds: stands in line, and is turned away with 503 where the line is too long. */
  readonly rush?: true
  /** Answers with a stream of server-sent events, each `data` of the shape `answer`. */
  readonly stream?: true
  /** Answers with a file of this media type: `answer` is `FileAnswer`, which the handler gives and nobody sees as JSON. */
  readonly file?: string
  /** Takes files in its body: megabytes instead of kilobytes, read only from those it is for. */
  readonly upload?: true
}

/** Defines one operation; types follow from its schemas. */
export const endpoint = <
  Path extends string,
  Answer extends z.ZodType,
  Params extends z.ZodType = z.ZodType<Record<string, never>>,
  Query extends z.ZodType = z.ZodType<Record<string, never>>,
  Body extends z.ZodType = z.ZodType<undefined>,
>(
  definition: Endpoint<Path, Params, Query, Body, Answer>,
): Endpoint<Path, Params, Query, Body, Answer> => definition
