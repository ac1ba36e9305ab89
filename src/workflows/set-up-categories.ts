import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { createProductCategoriesWorkflow } from '@medusajs/medusa/core-flows'
import type { Category } from './store-categories'

/** Makes the categories that are missing: roots first, then those below them. Answers all ids by handle. */
export async function setUpCategories(
  container: MedusaContainer,
  categories: readonly Category[],
): Promise<Record<string, string>> {
  const standing = await container
    .resolve(Modules.PRODUCT)
    .listProductCategories({}, { select: ['id', 'handle'], take: null })
  const byHandle = new Map(standing.map(({ handle, id }) => [handle, id]))

  const roots = categories.filter(({ parent }) => parent === undefined)
  const below = categories.filter(({ parent }) => parent !== undefined)
  for (const generation of [roots, below]) {
    const missing = generation.filter(({ handle }) => !byHandle.has(handle))
    if (missing.length === 0) continue
    const { result } = await createProductCategoriesWorkflow(container).run({
      input: {
        product_categories: missing.map(({ handle, name, parent }) => ({
          name: name.zh,
          handle,
          is_active: true,
          metadata: { en: name.en },
          parent_category_id: (parent && byHandle.get(parent)) || null,
        })),
      },
    })
    for (const { handle, id } of result) byHandle.set(handle, id)
  }
  return Object.fromEntries(byHandle)
}
