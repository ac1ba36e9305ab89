/** What a supplier's own system is told of an order. */
export interface IntakeMessage {
  readonly number: string
  readonly deliverOn: string
  readonly lines: readonly {
    readonly item: string
    readonly packs: number
    readonly packSize: number
    readonly unit: string
  }[]
}

/** The supplier's system answers within this, or the order is sent again later. */
const PATIENCE_MS = 10_000

/**
 * Hands an order to a supplier's own system. Its number is also the Idempotency-Key: however often it is sent, the
 * supplier has one order. @throws when the system cannot be reached or answers anything but 2xx.
 */
export async function handOver(url: string, message: IntakeMessage): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': message.number },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`supplier intake answered ${response.status}`)
}
