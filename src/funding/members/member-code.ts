import { randomInt } from 'node:crypto'

const DIGITS = 8

/** A new member's code: eight digits and a check digit (Luhn), so that a slip of the finger is nobody else. */
export function newMemberCode(): string {
  const digits = Array.from({ length: DIGITS }, () => String(randomInt(10))).join('')
  return digits + String(checkDigit(digits))
}

/** Whether the last digit fits those before it. */
export const isMemberCode = (code: string): boolean =>
  /^\d{9}$/.test(code) && Number(code.at(-1)) === checkDigit(code.slice(0, -1))

/** ISO/IEC 7812-1, Annex B. */
function checkDigit(digits: string): number {
  const sum = Array.from(digits, Number).reduceRight((total, digit, i) => {
    const doubled = (digits.length - i) % 2 === 1 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}
