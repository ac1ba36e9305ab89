/** Medusa's id for a thing of ours: `order_` and the ULID of `ord_…`. Recording twice meets the same primary key. */
export const medusaId = (prefix: string, ourId: string): string => `${prefix}_${ourId.slice(ourId.indexOf('_') + 1)}`
