import { useState } from 'react'
import { type Recipe, type RecipeBook, saveRecipe } from '../../../api/recipes'
import { useTranslation } from '../../../i18n/use-translation'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { notify } from '../../../ui/toast'
import { bodyOf, type Draft, draftOf } from './draft'
import { LineFields } from './line-fields'
import { StepFields } from './step-fields'
import { LabelTags } from './label-tags'
import { RecipeCost } from './recipe-cost'

/** A recipe to write anew: what it is made of and how; saved, it is the next version. */
export function RecipeSheet({
  book,
  recipe,
  onClose,
  onSaved,
}: {
  readonly book: RecipeBook
  readonly recipe: Recipe | undefined
  readonly onClose: () => void
  readonly onSaved: () => void
}) {
  const { t } = useTranslation('recipes')
  const [draft, setDraft] = useState<Draft>(() => draftOf(recipe))
  const version = recipe?.version ?? 0
  const operatorId = recipe?.operatorId ?? book.recipes[0]?.operatorId ?? ''
  const save = async (key: string) => {
    const identity = recipe ? { recipeId: recipe.id } : {}
    const body = { ...bodyOf(draft), ...identity, operatorId, basedOn: version }
    const { relabelled } = await saveRecipe({ body }, { key })
    void notify({ text: t('saved', { count: relabelled.length }) })
    onSaved()
  }
  const field = (name: 'zh' | 'en' | 'yieldGrams' | 'batchPortions', label: string, type = 'text') => (
    <TextField
      label={label}
      type={type}
      min={1}
      required
      value={draft[name]}
      onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
    />
  )
  return (
    <FormSheet
      title={recipe ? t('edit') : t('new')}
      description={recipe && <LabelTags recipe={recipe} />}
      submit={t('save', { version: version + 1 })}
      onClose={onClose}
      onSubmit={save}
    >
      <div className="grid grid-cols-2 gap-3">
        {field('zh', t('nameZh'))}
        {field('en', t('nameEn'))}
        {field('yieldGrams', t('yield'), 'number')}
        {field('batchPortions', t('batch'), 'number')}
      </div>
      <LineFields
        book={book}
        lines={draft.lines}
        own={recipe?.id}
        onChange={(lines) => setDraft({ ...draft, lines })}
      />
      {recipe && <RecipeCost recipe={recipe} />}
      <StepFields steps={draft.steps} onChange={(steps) => setDraft({ ...draft, steps })} />
    </FormSheet>
  )
}
