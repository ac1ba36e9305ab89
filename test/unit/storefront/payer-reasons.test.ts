import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { APPROVAL_KINDS } from '../../../src/funding/schema/approvals'
import { PURSE_KINDS } from '../../../src/funding/schema/purses'
import { WORTH_SAYING } from '../../../src/funding/subsidies/subsidy-payers'

const ROOT = resolve(__dirname, '../../..')
const source = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const CODES_OF_CHECKOUT = source('storefront/shop/checkout/use-reason.ts')

const REASONS = [
  'allowance_meal',
  'allowance_day',
  'allowance_month',
  'allowance_used',
  'budget',
  'budget_used',
  'not_a_workday',
  'no_rule',
  'kitchen_not_allowed',
  'meal_not_allowed',
  'credit_stopped',
  ...APPROVAL_KINDS.map((kind) => `approval_${kind}`),
  ...PURSE_KINDS.map((kind) => `purse_${kind}`),
  'scheme_discount',
  'scheme_grant',
  'catering',
  ...WORTH_SAYING.map((reason) => `grant_${reason}`),
]

describe('R13 why a payer pays, or does not', () => {
  it.each(REASONS)('has a sentence in both languages: %s', (code) => {
    expect(CODES_OF_CHECKOUT).toContain(`'${code}'`)
    for (const locale of ['zh-CN', 'en']) {
      const { checkout } = JSON.parse(source(`storefront/i18n/${locale}/shop.json`)) as {
        checkout: { reason: Record<string, string> }
      }
      expect(checkout.reason[code]).toBeTruthy()
    }
  })
})
