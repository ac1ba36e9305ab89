/** What a portion of each dish takes from the shelf, row after row: dish d has the entries `start[d]` to `start[d + 1]`. */
export interface RecipeMatrix {
  readonly start: Int32Array
  readonly ingredient: Int32Array
  /** Raw base units a portion. */
  readonly amount: Float64Array
}

/** Packs the needs of every dish, ingredient by place and amount, into one matrix. */
export function recipeMatrix(
  dishes: readonly (readonly (readonly [ingredient: number, amount: number])[])[],
): RecipeMatrix {
  const lines = dishes.reduce((sum, dish) => sum + dish.length, 0)
  const start = new Int32Array(dishes.length + 1)
  const ingredient = new Int32Array(lines)
  const amount = new Float64Array(lines)
  let at = 0
  dishes.forEach((dish, d) => {
    for (const [place, units] of dish) {
      ingredient[at] = place
      amount[at++] = units
    }
    start[d + 1] = at
  })
  return { start, ingredient, amount }
}

/**
 * Adds what `portions` (dish × day) take to `need` (ingredient × day). A dish that is not on the menus of the days costs
 * a look at its row; any other a multiplication for each of its lines and days.
 */
export function explodeDemand(
  { start, ingredient, amount }: RecipeMatrix,
  portions: Float64Array,
  days: number,
  need: Float64Array,
): void {
  const dishes = start.length - 1
  for (let dish = 0; dish < dishes; dish += 1) {
    const row = dish * days
    let wanted = false
    for (let day = 0; day < days; day += 1) if (portions[row + day] !== 0) wanted = true
    if (!wanted) continue
    const end = start[dish + 1]!
    for (let line = start[dish]!; line < end; line += 1) {
      const target = ingredient[line]! * days
      const each = amount[line]!
      for (let day = 0; day < days; day += 1) need[target + day]! += portions[row + day]! * each
    }
  }
}
