import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'

/** Tables of Medusa's pricing module; it has no way to ask "did anything change" that reads as little. */
const MARK = `
  select concat_ws(' ',
    (select concat_ws(' ', count(*), max(updated_at), max(deleted_at)) from price),
    (select concat_ws(' ', count(*), max(updated_at), max(deleted_at)) from price_list),
    (select md5(string_agg(id, ',' order by id)) from price_list
      where status = 'active' and deleted_at is null
        and (starts_at is null or starts_at <= now()) and (ends_at is null or ends_at > now()))
  ) as mark`

const SINCE = `
  select distinct link.variant_id
  from product_variant_price_set link
  join price on price.price_set_id = link.price_set_id
  left join price_list list on list.id = price.price_list_id
  where link.deleted_at is null and greatest(price.updated_at, price.deleted_at, list.updated_at, list.deleted_at) >= ?`

/** A text that is another one whenever any price, or any price list in force, is. */
export async function priceMark(container: MedusaContainer): Promise<string> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: { mark: string }[] }>(MARK)
  return rows[0]?.mark ?? ''
}

/** Variants with a price written, or a price list changed, since then. A price that was taken away leaves no trace here. */
export async function variantsRepricedSince(container: MedusaContainer, since: Date): Promise<string[]> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await database.raw<{ rows: { variant_id: string }[] }>(SINCE, [since])
  return rows.map(({ variant_id }) => variant_id)
}
