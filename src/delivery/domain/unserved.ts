export const UNSERVED_REASONS = ['window', 'capacity', 'hot_holding', 'skill', 'shift', 'cost', 'unreachable'] as const
/** The constraint that keeps a stop out of every run. */
export type UnservedReason = (typeof UNSERVED_REASONS)[number]
