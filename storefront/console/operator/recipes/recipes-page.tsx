import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { listRecipes, type Recipe, type RecipeBook } from '../../../api/recipes'
import { count, money, percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { Loaded } from '../../../ui/loaded'
import { Table } from '../../../ui/table'
import { Nothing } from '../section'
import { LabelTags } from './label-tags'
import { RecipeSheet } from './recipe-sheet'

/** The recipes of an operator with the labels that follow from them; each opens to be written anew. */
export default function RecipesPage() {
  const { t } = useTranslation('recipes')
  const answer = useQuery({ queryKey: ['operator', 'recipes'], queryFn: ({ signal }) => listRecipes({}, { signal }) })
  return (
    <>
      <header className="mb-4">
        <h1 className="text-title font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('text')}</p>
      </header>
      <Loaded of={answer}>{(book) => <Found book={book} />}</Loaded>
    </>
  )
}

function Found({ book }: { readonly book: RecipeBook }) {
  const { t } = useTranslation('recipes')
  const { locale, say } = useLocale()
  const client = useQueryClient()
  const [wanted, setWanted] = useState('')
  const [open, setOpen] = useState<Recipe | 'new'>()
  const word = wanted.trim().toLowerCase()
  const costText = ({ portionMinor, unpriced }: Recipe['cost']) =>
    unpriced.length > 0 ? t('unpriced', { count: unpriced.length }) : money(portionMinor, 'cny', locale)
  const rows = book.recipes.filter(({ name }) => `${name.zh} ${name.en}`.toLowerCase().includes(word))
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <TextField label={t('find')} type="search" value={wanted} onChange={({ target }) => setWanted(target.value)} />
        <Button onClick={() => setOpen('new')}>{t('new')}</Button>
      </div>
      <Table
        caption={t('title')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Nothing>{t('none')}</Nothing>}
        columns={[
          { key: 'name', header: t('name'), cell: ({ name }) => say(name) },
          { key: 'label', header: t('contains'), cell: (recipe) => <LabelTags recipe={recipe} /> },
          {
            key: 'kcal',
            header: t('kcal'),
            cell: ({ nutrition }) => count(nutrition.kcal, locale),
            align: 'end',
          },
          { key: 'cost', header: t('cost'), cell: ({ cost }) => costText(cost), align: 'end' },
          {
            key: 'margin',
            header: t('margin'),
            cell: ({ cost }) => (cost.marginBps === null ? '–' : percent(cost.marginBps / 10_000, locale)),
            align: 'end',
          },
          { key: 'version', header: t('version'), cell: ({ version }) => count(version, locale), align: 'end' },
          {
            key: 'edit',
            header: t('edit'),
            cell: (recipe) => (
              <Button
                kind="quiet"
                size="small"
                aria-label={`${t('edit')}: ${say(recipe.name)}`}
                onClick={() => setOpen(recipe)}
              >
                {t('edit')}
              </Button>
            ),
          },
        ]}
      />
      {open && (
        <RecipeSheet
          book={book}
          recipe={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
          onSaved={() => void client.invalidateQueries({ queryKey: ['operator', 'recipes'] })}
        />
      )}
    </>
  )
}
