import type { Recipe, RecipeStep } from '../../../api/recipes'

/** A line as it is typed. */
export interface DraftLine {
  readonly key: string
  /** `ingredient:<id>` or `recipe:<id>`; empty until chosen. */
  readonly component: string
  readonly quantity: string
  readonly unit: string
  /** Percent. */
  readonly waste: string
}

export interface Draft {
  readonly zh: string
  readonly en: string
  readonly yieldGrams: string
  readonly batchPortions: string
  readonly lines: readonly DraftLine[]
  readonly steps: readonly (RecipeStep & { readonly key: string })[]
}

export const emptyLine = (): DraftLine => ({
  key: crypto.randomUUID(),
  component: '',
  quantity: '',
  unit: 'g',
  waste: '0',
})

export const emptyStep = (): Draft['steps'][number] => ({
  key: crypto.randomUUID(),
  text: { zh: '', en: '' },
  station: 'wok',
  minutes: 10,
  attended: true,
  when: 'service',
})

/** A recipe as a form holds it; a new one when there is none. */
export function draftOf(recipe: Recipe | undefined): Draft {
  if (!recipe) {
    return { zh: '', en: '', yieldGrams: '500', batchPortions: '20', lines: [emptyLine()], steps: [emptyStep()] }
  }
  return {
    zh: recipe.name.zh,
    en: recipe.name.en,
    yieldGrams: String(recipe.yieldGrams),
    batchPortions: String(recipe.batchPortions),
    lines: recipe.lines.map(({ kind, componentId, quantity, unit, wasteBps }) => ({
      key: crypto.randomUUID(),
      component: `${kind}:${componentId}`,
      quantity: String(quantity),
      unit,
      waste: String(wasteBps / 100),
    })),
    steps: recipe.steps.map((step) => ({ ...step, key: crypto.randomUUID() })),
  }
}

/** The form as the operation takes it. */
export function bodyOf(draft: Draft) {
  return {
    name: { zh: draft.zh, en: draft.en },
    yieldGrams: Number(draft.yieldGrams),
    batchPortions: Number(draft.batchPortions),
    steps: draft.steps.map(({ text, station, minutes, attended, when }) => ({
      text,
      station,
      minutes,
      attended,
      when,
    })),
    lines: draft.lines.map(({ component, quantity, unit, waste }) => {
      const amount = { quantity: Number(quantity), unit, wasteBps: Math.round(Number(waste) * 100) }
      const [kind, id = ''] = component.split(':')
      return kind === 'recipe' ? { subRecipeId: id, ...amount } : { ingredientId: id, ...amount }
    }),
  }
}
