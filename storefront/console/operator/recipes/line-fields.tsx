import { Plus, X } from 'lucide-react'
import type { RecipeBook } from '../../../api/recipes'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button, IconButton } from '../../../ui/button'
import { Select, TextField } from '../../../ui/field'
import { type DraftLine, emptyLine } from './draft'

/** What a recipe is made of: ingredients, and other recipes. */
export function LineFields({
  book,
  lines,
  own,
  onChange,
}: {
  readonly book: RecipeBook
  readonly lines: readonly DraftLine[]
  /** The recipe itself, which cannot be part of itself. */
  readonly own: string | undefined
  readonly onChange: (lines: readonly DraftLine[]) => void
}) {
  const { t } = useTranslation('recipes')
  const { say } = useLocale()
  const change = (key: string, part: Partial<DraftLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const choose = (key: string, component: string) => {
    const [kind, id] = component.split(':')
    const unit = kind === 'recipe' ? 'g' : (book.ingredients.find((one) => one.id === id)?.unit ?? 'g')
    change(key, { component, unit })
  }
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t('lines')}</legend>
      <ul className="space-y-2">
        {lines.map((line) => (
          <li key={line.key} className="grid grid-cols-[minmax(0,1fr)_80px_64px_72px_44px] items-end gap-2">
            <Select
              label={t('component')}
              required
              value={line.component}
              onChange={({ target }) => choose(line.key, target.value)}
            >
              <option value="">{t('choose')}</option>
              {book.recipes
                .filter(({ id }) => id !== own)
                .map(({ id, name }) => (
                  <option key={id} value={`recipe:${id}`}>
                    {say(name)} · {t('name')}
                  </option>
                ))}
              {book.ingredients.map(({ id, name }) => (
                <option key={id} value={`ingredient:${id}`}>
                  {say(name)}
                </option>
              ))}
            </Select>
            <TextField
              label={t('quantity')}
              type="number"
              min={0}
              step="any"
              required
              value={line.quantity}
              onChange={({ target }) => change(line.key, { quantity: target.value })}
            />
            <TextField
              label={t('unit')}
              required
              value={line.unit}
              onChange={({ target }) => change(line.key, { unit: target.value })}
            />
            <TextField
              label={t('waste')}
              type="number"
              min={0}
              max={90}
              step="any"
              value={line.waste}
              onChange={({ target }) => change(line.key, { waste: target.value })}
            />
            <IconButton
              label={t('remove', { name: line.component })}
              onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
            >
              <X size={18} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        kind="quiet"
        size="small"
        icon={<Plus size={16} aria-hidden />}
        onClick={() => onChange([...lines, emptyLine()])}
      >
        {t('addLine')}
      </Button>
    </fieldset>
  )
}
