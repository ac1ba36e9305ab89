/** A fully digital e-invoice (数电票) we ask for. Amounts in minor units with the tax inside. */
export interface FapiaoRequest {
  /** Our id: asked twice it is one fapiao. */
  readonly fapiaoId: string
  /** The day it is dated, `YYYY-MM-DD`. */
  readonly date: string
  readonly buyer: { readonly name: string; readonly taxNumber: string | null }
  readonly item: string
  readonly amountMinor: number
  readonly taxMinor: number
}

/** A red fapiao, which takes back all or part of an issued one. */
export interface RedRequest {
  readonly fapiaoId: string
  readonly date: string
  /** The number of the fapiao that is taken back. */
  readonly reverses: string
  readonly amountMinor: number
  readonly taxMinor: number
}

/** The tax bureau's number: 20 digits, the first two are the year. */
export interface IssuedFapiao {
  readonly number: string
}

/** Whoever issues fapiao for us. @throws Refusal `e_invoices_unavailable`, `fapiao_refused`. */
export interface FapiaoIssuer {
  readonly issue: (request: FapiaoRequest) => Promise<IssuedFapiao>
  readonly reverse: (request: RedRequest) => Promise<IssuedFapiao>
}
