/** One queue a context that acts on facts, and one for the clock. */
export const QUEUES = ['ordering', 'kitchen', 'delivery', 'procurement', 'commerce', 'clock'] as const
