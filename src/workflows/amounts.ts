/** Medusa counts CNY in yuan; we count fen. */
export const toMajor = (minor: number): number => minor / 100

/** Fen of an amount as Medusa gives it: a number, a string or one of its big numbers. */
export const toMinor = (major: unknown): number => Math.round(Number(major ?? 0) * 100)
