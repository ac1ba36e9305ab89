import { guestToken } from '../../../http/auth'
import type { RunningApp } from '../../../platform/app'
import type { Ground } from './run-surge'

export interface Stage extends Ground {
  readonly menuDayId: string
}

/** Portions of the scarce dish. */
const SCARCE = 200

/**
 * Employees of a demo company who order a lunch that their company pays whole, of which nobody knows yet: a menu day whose
 * cut-off comes `seconds` from now, with one dish of plenty and one that is scarce.
 */
export async function prepareStage(
  app: RunningApp,
  base: string,
  { name, employees, seconds }: { readonly name: string; readonly employees: number; readonly seconds: number },
): Promise<Stage> {
  const { pool } = app
  const { rows: days } = await pool.query<{ id: string; point: string; dishes: { id: string; price: number }[] }>(
    `select s.menu_day_id as id,
            (select p.id from places.service_points p join places.buildings b on b.id = p.building_id
             join places.coverage c on c.community_id = b.community_id
             where c.site_id = s.site_id and c.period = 'lunch' and p.fee_minor = 0 and p.kind <> 'canteen' order by p.id limit 1) as point,
            (select jsonb_agg(jsonb_build_object('id', o.id, 'price', o.price_minor) order by o.price_minor)
             from catalogue.offers o where o.menu_day_id = s.menu_day_id) as dishes
     from ordering.slots s where s.site_id = 'site_k1' and s.period = 'lunch' and s.cutoff_at > now() + interval '1 hour'
       and s.closed_at is null and not exists (select 1 from ordering.fulfilment_groups g where g.menu_day_id = s.menu_day_id)
     order by s.service_date limit 1`,
  )
  const [day] = days
  const [plenty, scarce] = day?.dishes ?? []
  if (!day?.point || !plenty || !scarce) throw new Error('the demo city has no lunch that nobody has ordered yet')
  await pool.query(`update ordering.capacity_pools set capacity = 1000000 where offer_id = $1`, [plenty.id])
  await pool.query(`update ordering.capacity_pools set capacity = $2 where offer_id = $1`, [scarce.id, SCARCE])
  await pool.query(`update funding.allowance_rules set rule = rule || '{"days": "every_day", "amountMinor": 100000}'`)
  const ids = Array.from({ length: employees }, (_, i) => `per_intake_${name}_${i}`)
  await pool.query(`insert into people.persons (id, name) select id, 'x' from unnest($1::text[]) as id`, [ids])
  await pool.query(
    `insert into funding.employees (company_id, person_id, department)
     select (array['cmp_ruiluan', 'cmp_yantie', 'cmp_chengsu', 'cmp_tingzhou'])[1 + n % 4], id, 'office'
     from unnest($1::text[]) with ordinality as e(id, n)`,
    [ids],
  )
  const tokens = await Promise.all(ids.map((id) => guestToken(app, id)))
  const bodyOf = ({ id, price }: { readonly id: string; readonly price: number }) =>
    JSON.stringify({
      servicePointId: day.point,
      items: [{ offerId: id, quantity: 1 }],
      contact: { name: '林夏', phone: '13800000000' },
      payWith: 'company',
      totalMinor: price,
      dueMinor: 0,
    })
  const [much, little] = [bodyOf(plenty), bodyOf(scarce)]
  // the clock starts now: the cut-off is the end of the rush
  const ends = [day.id, `${seconds} seconds`]
  await pool.query(
    `update ordering.slots set cutoff_at = clock_timestamp() + $2::interval where menu_day_id = $1`,
    ends,
  )
  await pool.query(`update catalogue.menu_days set cutoff_at = clock_timestamp() + $2::interval where id = $1`, ends)
  return { base, tokens, name, menuDayId: day.id, body: (wanted) => (wanted ? little : much) }
}
