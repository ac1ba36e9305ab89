import { DoorOpen, type LucideIcon, Package, Soup, Users, Warehouse } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { useNavigate } from 'react-router'
import type { Building } from '../../api/store'
import { money } from '../../i18n/format'
import { rememberCookie } from '../../i18n/remember-cookie'
import { useLocale } from '../../i18n/use-locale'
import { Tag } from '../../ui/tag'
import { PLACE_COOKIE } from '../visit'
import { CHOICE } from './choice'

type Kind = Building['points'][number]['kind']

const ICONS: Readonly<Record<Kind, LucideIcon>> = {
  door: DoorOpen,
  lobby: Warehouse,
  locker: Package,
  desk: Users,
  canteen: Soup,
}

/** How a meal is handed over in a building; the choice is remembered in this browser. */
export function Points({ building, currency }: { readonly building: Building; readonly currency: string }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const navigate = useNavigate()
  const choose = (id: string) => {
    rememberCookie(PLACE_COOKIE, id)
    void navigate('/')
  }
  return (
    <ul className="space-y-2">
      {building.points.map(({ id, kind, name, feeMinor }) => {
        const Icon = ICONS[kind]
        return (
          <li key={id}>
            <button type="button" className={CHOICE} onClick={() => choose(id)}>
              <Icon size={24} aria-hidden className="shrink-0 text-brand-700" />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{say(name)}</span>
                <span className="block text-secondary text-ink-2">{t(`point.${kind}`)}</span>
              </span>
              <Tag kind={feeMinor > 0 ? 'neutral' : 'brand'}>
                {feeMinor > 0 ? t('place.fee', { amount: money(feeMinor, currency, locale) }) : t('place.noFee')}
              </Tag>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
