export interface Notice {
  readonly text: string
  readonly kind?: 'done' | 'problem'
  /** Puts back what was done; offered for 8 s. */
  readonly undo?: () => void
  /** What the undo button says. */
  readonly undoLabel?: string
}

/** Tells the person in passing. What shows it is loaded with the first notice, so no page waits for it. */
export async function notify(notice: Notice): Promise<void> {
  const { show } = await import('./toaster')
  show(notice)
}
