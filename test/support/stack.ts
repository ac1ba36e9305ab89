import { inject } from 'vitest'
import { type Stack, type StackAddress, type StackOptions, startStackOn } from './stack-on'

export type { Stack }

/**
 * The Linli on the demo city that all end-to-end files of a run share, as starting one takes some ten seconds.
 * So a test there makes what it needs, by its own people or its own orders, and counts nobody else's.
 */
export const sharedStack = (): StackAddress => inject('stack')

/** A Linli of one's own, for tests that kill processes, move the clock far or need an empty city. Stop it when done. */
export const startStack = (options?: StackOptions): Promise<Stack> => startStackOn(inject('servers'), options)
