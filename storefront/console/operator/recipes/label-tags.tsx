import { TriangleAlert } from 'lucide-react'
import type { Recipe } from '../../../api/recipes'
import { useTranslation } from '../../../i18n/use-translation'
import { Tag } from '../../../ui/tag'

/** What a label says: what is in it, what may be, and whether anybody knows at all. China's eight are named on hover. */
export function LabelTags({ recipe: { allergens, cn8 } }: { readonly recipe: Recipe }) {
  const { t } = useTranslation('recipes')
  const words = useTranslation('ui')
  const say = (code: string) => words.t(`allergen.${code as 'nuts'}`, { defaultValue: code })
  const { contains, mayContain, assessed } = allergens
  return (
    <span className="flex flex-wrap gap-1" title={t('cn8', { list: cn8.map(say).join(', ') || '–' })}>
      {!assessed && (
        <Tag kind="danger" icon={<TriangleAlert size={14} aria-hidden />}>
          {t('notAssessed')}
        </Tag>
      )}
      {contains.map((code) => (
        <Tag key={code} kind="warn">
          {say(code)}
        </Tag>
      ))}
      {mayContain.map((code) => (
        <Tag key={code}>
          {t('mayContain')} {say(code)}
        </Tag>
      ))}
      {assessed && contains.length + mayContain.length === 0 && <span className="text-ink-2">{t('nothing')}</span>}
    </span>
  )
}
