/** Where the bench's kitchens wait. */
export const CITY_QUEUE = 'city-bench'
