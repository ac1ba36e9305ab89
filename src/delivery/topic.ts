/** The stream on which a site's couriers and dispatchers hear of its runs. */
export const runsTopic = (siteId: string): string => `runs:${siteId}`

/** The stream on which a resident hears of an order; ordering tells its states there, delivery where the food is. */
export const orderTopic = (orderId: string): string => `order:${orderId}`
