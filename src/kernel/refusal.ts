import type { Text } from './text'

/**
 * Every way the business says "no", with the HTTP status its door answers.
 * 404 also covers what exists but belongs to somebody else: a stranger must not learn that it exists.
 */
export const REFUSALS = {
  // anybody
  bad_request: 400,
  invalid_json: 400,
  hostile_key: 400,
  idempotency_key_required: 400,
  idempotency_key_reused: 422,
  unauthenticated: 401,
  wrong_credentials: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  too_large: 413,
  too_many_requests: 429,
  commerce_unavailable: 503,
  payments_unavailable: 503,
  busy: 503,
  // catalogue
  circular_recipe: 422,
  no_conversion: 422,
  unknown_component: 422,
  recipe_changed: 409,
  impossible_batch: 422,
  menu_day_over: 409,
  // ordering
  cutoff_passed: 409,
  sold_out: 409,
  not_deliverable: 422,
  quote_changed: 409,
  slot_gone: 409,
  wrong_amount: 422,
  order_not_payable: 409,
  hold_expired: 409,
  payment_declined: 422,
  bad_signature: 400,
  already_cancelled: 409,
  not_delivered_yet: 403,
  allergen_declared: 409,
  allergy_consent_needed: 422,
  not_covered: 409,
  already_ordered: 409,
  no_dish_fits: 409,
  plan_ended: 409,
  // funding
  not_employed: 409,
  budget_exhausted: 409,
  purse_short: 409,
  purse_over_cap: 422,
  purse_expired: 409,
  place_needed: 422,
  wrong_payers: 422,
  statement_not_ready: 409,
  nothing_to_invoice: 409,
  fapiao_refused: 422,
  e_invoices_unavailable: 503,
  // companies
  already_employed: 409,
  account_needed: 403,
  rule_starts_too_soon: 422,
  budget_below_used: 409,
  code_taken: 409,
  approval_expired: 409,
  approval_decided: 409,
  own_approval: 409,
  catering_expired: 409,
  catering_changed: 409,
  catering_not_open: 409,
  catering_not_possible: 422,
  over_head_price: 422,
  // subsidies and the till
  grant_used: 409,
  proxy_not_agreed: 403,
  invitation_invalid: 422,
  till_closed: 409,
  too_little_cash: 422,
  void_too_late: 409,
  month_not_over: 409,
  // kitchen
  ticket_void: 409,
  recall_expired: 409,
  outage_impossible: 422,
  batch_not_startable: 409,
  batch_not_cooked: 409,
  batch_discarded: 409,
  not_hot_enough: 422,
  clock_is_wrong: 422,
  temperature_impossible: 422,
  batch_needed: 422,
  sample_too_small: 422,
  sample_taken: 409,
  sample_kept: 409,
  check_incomplete: 422,
  corrective_action_missing: 422,
  check_signed: 409,
  correction_written: 409,
  not_enough_portions: 409,
  more_than_sent: 422,
  kitchen_paused: 409,
  kitchen_busy: 409,
  kitchen_full: 409,
  food_expired: 409,
  dish_unsafe: 409,
  already_clocked_in: 409,
  not_clocked_in: 409,
  dish_sold_out_already: 409,
  // booking
  slot_taken: 409,
  not_a_slot: 422,
  no_room: 409,
  no_seats: 409,
  booking_closed: 409,
  in_the_past: 422,
  beyond_horizon: 422,
  stay_ends_before_it_starts: 422,
  stay_too_long: 422,
  party_too_large: 422,
  more_than_booked: 422,
  consent_needed: 422,
  passengers_missing: 422,
  booking_not_firm: 409,
  change_too_late: 409,
  change_costs_more: 409,
  voucher_used: 409,
  departure_goes: 409,
  weight_impossible: 422,
  already_waiting: 409,
  places_are_free: 409,
  // delivery
  run_taken: 409,
  run_not_yours: 409,
  run_not_ready: 409,
  wrong_code: 422,
  code_locked: 409,
  drop_closed: 409,
  failure_reason_required: 422,
  plan_changed: 409,
  run_loaded: 409,
  run_full: 409,
  boxes_missing: 409,
  skill_missing: 409,
  food_too_old: 409,
  drop_not_held: 409,
  locker_full: 409,
  not_in_locker: 409,
  nothing_to_do: 409,
  photo_unreadable: 422,
  photo_too_large: 413,
  // procurement
  order_not_in_state: 409,
  certificate_expired: 409,
  over_delivery: 422,
  insufficient_stock: 409,
  unit_mismatch: 422,
  goods_expired: 422,
  reject_reason_required: 422,
  temperature_required: 422,
  nothing_ordered: 422,
  packs_not_sold: 422,
  more_than_ordered: 422,
  delivery_day_passed: 409,
  second_approver_needed: 409,
  not_a_delivery_day: 422,
  not_sold_by_supplier: 422,
  nothing_moved: 422,
  temperature_out_of_range: 422,
  unreadable_code: 422,
  unreadable_file: 422,
  lot_blocked: 409,
  count_not_open: 409,
  count_incomplete: 409,
  count_already_open: 409,
  invoice_entered: 409,
  not_resolvable: 409,
  paper_decided: 409,
  transfer_received: 409,
  same_site: 422,
} as const

export type RefusalCode = keyof typeof REFUSALS
export type RefusalParams = Readonly<Record<string, string | number | Text>>

/**
 * A considered "no" from the business. Never retried by a worker; translated once, at the door.
 * @param params values for the translated sentence, e.g. `{ cutoff: '18:00' }`, in both languages where they are words; no
 * personal data.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly params: RefusalParams

  constructor(code: RefusalCode, params: RefusalParams = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
  }

  get status(): number {
    return REFUSALS[this.code]
  }
}
