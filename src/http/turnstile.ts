/** The time between two who leave is smoothed over about so many. */
const SMOOTHED_OVER = 20
/** What one takes until somebody was seen leaving, in milliseconds. */
const FIRST_GUESS_MS = 10

interface Waiting {
  readonly since: number
  readonly enter: () => void
  readonly turnAway: () => void
}

/**
 * Lets so many in at a time and the others wait in line, but only as many as can expect their turn within `patienceMs` at the
 * pace of those who left before: whoever would wait longer is turned away at once, which costs next to nothing. Times are
 * milliseconds of a steady clock.
 */
export class Turnstile {
  private inside = 0
  private readonly line: Waiting[] = []
  private paceMs = FIRST_GUESS_MS
  private lastLeft = 0
  private readonly most: number
  private readonly patienceMs: number
  private readonly now: () => number

  constructor(
    { most, patienceMs }: { readonly most: number; readonly patienceMs: number },
    now = () => performance.now(),
  ) {
    this.most = most
    this.patienceMs = patienceMs
    this.now = now
  }

  /** Calls `enter`, now or later, or `turnAway`; whoever entered says `leave` once. */
  come(enter: () => void, turnAway: () => void): void {
    if (this.inside < this.most) return this.admit(enter)
    if (this.line.length * this.paceMs >= this.patienceMs) return turnAway()
    this.line.push({ since: this.now(), enter, turnAway })
  }

  leave(): void {
    this.inside -= 1
    const now = this.now()
    // how long nobody left says something of the pace only while somebody waits
    if (this.line.length > 0) this.paceMs += (now - this.lastLeft - this.paceMs) / SMOOTHED_OVER
    this.lastLeft = now
    for (let next = this.line.shift(); next; next = this.line.shift()) {
      // the pace fell behind what was expected: their turn would come too late
      if (now - next.since > 2 * this.patienceMs) next.turnAway()
      else return this.admit(next.enter)
    }
  }

  private admit(enter: () => void): void {
    if (this.inside === 0) this.lastLeft = this.now()
    this.inside += 1
    enter()
  }
}
