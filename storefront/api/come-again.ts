/** How often somebody who was turned away in a crowd comes again before they are told. */
const TIMES = 5
/** Names when it came first, so that coming again is not coming late. */
const ARRIVAL = 'x-arrived'

/** Sends a request, and sends it again after the time the server asked for, where it was turned away in a crowd. */
export async function comeAgain(send: (extra: Record<string, string>) => Promise<Response>): Promise<Response> {
  let note: string | null = null
  for (let time = 1; ; time++) {
    const response = await send(note ? { [ARRIVAL]: note } : {})
    note = response.headers.get(ARRIVAL)
    if (response.status !== 503 || !note || time > TIMES) return response
    const seconds = Number(response.headers.get('retry-after')) || 1
    await new Promise((resolve) => setTimeout(resolve, Math.min(seconds, 5) * 1_000 * (0.5 + Math.random() / 2)))
  }
}
