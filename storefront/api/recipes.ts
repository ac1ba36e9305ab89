import type * as contract from '../../src/http/operator/recipes/contract'
import { type Answer, get, post } from './call'

export const listRecipes = get<typeof contract.listRecipes>('/api/operator/recipes')
export const saveRecipe = post<typeof contract.saveRecipe>('/api/operator/recipes')

export type RecipeBook = Answer<typeof contract.listRecipes>
export type Recipe = RecipeBook['recipes'][number]
export type RecipeStep = Recipe['steps'][number]
