/**
 * Hot meals are used within four hours of cooking when they are kept at 60 °C or above (GB 31654-2021). On board nothing
 * heats them: an insulated bag keeps that for about an hour, to be replaced by what probes measure.
 */
export const USE_WITHIN_SECONDS = 4 * 3_600
export const ON_BOARD_SECONDS = 3_600
/** In a locker or at a point food may wait so long, and is thrown away then: two hours between 8 and 60 °C. */
export const STORED_SECONDS = 2 * 3_600

const after = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1_000)

/** Until when food that was ready then may be eaten hot. */
export const useBy = (readyAt: Date): Date => after(readyAt, USE_WITHIN_SECONDS)

/** When stored food has to be fetched. */
export const fetchBy = (storedAt: Date): Date => after(storedAt, STORED_SECONDS)

/** Runs leave so long before the doors open at the earliest: whoever comes first is there when they do. */
const LEAVES_BEFORE_SECONDS = 45 * 60
/** When a meal's first run may leave. */
export const firstDeparture = (servesFrom: Date): Date => after(servesFrom, -LEAVES_BEFORE_SECONDS)
