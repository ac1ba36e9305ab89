/** The stream on which a site's couriers and dispatchers hear of its runs. */
export const runsTopic = (siteId: string): string => `runs:${siteId}`
