const SHORTEST = 4
/** Endings differ, beginnings mean. */
const STEM = 6

/**
 * What a dish's name is compared by: the whole name and the stems of its longer words; in Chinese, which has no spaces, each
 * two characters that stand together.
 */
export function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
  if (plain === '') return []
  const words = plain.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (/\p{Script=Han}/u.test(word) ? pairs(word) : [word]))
  const stems = words
    .filter((word) => /\p{Script=Han}/u.test(word) || word.length >= SHORTEST)
    .map((word) => `~${word.slice(0, STEM)}`)
  return [plain, ...new Set(stems)]
}

const pairs = (word: string): string[] =>
  word.length < 3 ? [word] : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))
