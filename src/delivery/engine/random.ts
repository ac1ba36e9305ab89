/** A stream of pseudo-random numbers: the same seed gives the same stream on every machine. */
export interface Random {
  /** 32 random bits as an unsigned integer. */
  bits(): number
  /** A number in [0, 1). */
  unit(): number
  /** An integer in [0, k). */
  below(k: number): number
}

/** Xorshift with 32 bits of state: three shifts per draw, so drawing costs less than what it decides about. */
export function createRandom(seed: number): Random {
  const word = new Int32Array([Math.imul(Math.floor(seed) + 1, 0x9e3779b1) || 1])
  const bits = (): number => {
    let x = word[0]!
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    word[0] = x
    return x >>> 0
  }
  const unit = (): number => bits() / 4294967296
  const below = (k: number): number => Math.floor((bits() / 4294967296) * k)
  for (let i = 0; i < 8; i++) bits()
  return { bits, unit, below }
}
