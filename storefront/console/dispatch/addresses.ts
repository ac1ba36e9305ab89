/** Where the pages of dispatch are. */
export const BOARD = '/console/dispatch'
export const LOCKERS = '/console/dispatch/lockers'
export const FLEET = '/console/dispatch/fleet'
