import { Environment } from '../../platform/config'

/** One variable of the environment, as the schema describes it. */
export interface Variable {
  readonly name: string
  readonly about: string
  /** Linli does not start without it. */
  readonly required: boolean
  /** What holds when it is not set. */
  readonly fallback: string | undefined
}

/** Every variable Linli reads, in the schema's order. */
export const variables = (): readonly Variable[] =>
  Object.entries(Environment.shape).map(([name, field]) => {
    const given = field.safeParse(undefined)
    const fallback = given.success && given.data !== undefined ? String(given.data) : undefined
    return { name, about: field.description ?? '', required: !given.success, fallback }
  })

/** The text of `.env.example`: required ones open, the others commented out with what holds without them. */
export const envExample = (): string =>
  [
    '# Written by `npm run env` from src/platform/config.ts: change it there.',
    '# `npm start` needs none of these; it makes its own servers and secrets in .data/.',
    ...variables().flatMap(({ name, about, required, fallback }) => [
      '',
      ...(about ? [`# ${about}${required ? ' (required)' : ''}`] : []),
      `${required ? '' : '# '}${name}=${fallback ?? ''}`,
    ]),
    '',
  ].join('\n')
