/** The methods themselves; the first three know one number only. */
export const METHODS = ['naive', 'smoothed', 'theta', 'empirical', 'boosted'] as const
export type Method = (typeof METHODS)[number]

/** What a series may be forecast with: a method or the mean of two. */
export const CANDIDATES = [
  ['boosted'],
  ['theta'],
  ['smoothed'],
  ['empirical'],
  ['boosted', 'theta'],
  ['boosted', 'empirical'],
] as const satisfies readonly (readonly Method[])[]

export const nameOf = (candidate: readonly Method[]): string => candidate.join('+')
