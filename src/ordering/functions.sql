-- The moment of ordering, in one round trip each.

create sequence if not exists ordering.order_number;

/* A number people can say: a letter and three digits, repeated after 24,000 orders. I and O are left out: they look like digits. */
create or replace function ordering.next_number() returns text language sql as $$
  select substr('ABCDEFGHJKLMNPQRSTUVWXYZ', (n / 1000 % 24)::int + 1, 1) || lpad((n % 1000)::text, 3, '0')
  from nextval('ordering.order_number') as n
$$;

/*
 * Takes the kitchens' time that lines (offerId, quantity) need, where it is limited: the seconds of all portions of a meal or
 * none. Meals in order of their ids, after the pools.
 */
create or replace function ordering.take_kitchen_time(lines jsonb) returns void language plpgsql as $$
declare meal record;
begin
  for meal in
    select p.menu_day_id, sum(p.seconds * (l ->> 'quantity')::int)::int as seconds
    from jsonb_array_elements(lines) l join ordering.capacity_pools p on p.offer_id = l ->> 'offerId'
    join ordering.slots s on s.menu_day_id = p.menu_day_id
    where s.capacity_seconds is not null group by 1 order by 1
  loop
    update ordering.slots set reserved_seconds = reserved_seconds + meal.seconds
    where menu_day_id = meal.menu_day_id and reserved_seconds + meal.seconds <= capacity_seconds;
    if not found then perform platform.refuse('kitchen_full', jsonb_build_object('menuDayId', meal.menu_day_id)); end if;
  end loop;
end $$;

/*
 * Takes an order: holds the portions of every line or of none, then writes order, groups, lines and holds.
 * `grace`: how long after the cut-off a request that arrived in time may still be worked on.
 * Pools are taken in order of their ids, then the kitchens' time in order of the meals, so two baskets cannot wait for each
 * other; the slot is read after its pool is locked, so nothing slips in behind a closing menu.
 */
create or replace function ordering.place_order(o jsonb, grace interval) returns text language plpgsql as $$
declare
  line record;
  slot record;
  no text := ordering.next_number();
  received timestamptz := (o ->> 'receivedAt')::timestamptz;
  now_at timestamptz := (o ->> 'now')::timestamptz;
  -- nothing is left to pay: firm at once
  firm boolean := coalesce((o ->> 'firm')::boolean, false);
  -- paid and handed over at once
  counter boolean := firm and coalesce((o ->> 'atCounter')::boolean, false);
  limited boolean := false;
begin
  for line in
    select l ->> 'offerId' as offer_id, sum((l ->> 'quantity')::int)::int as quantity
    from jsonb_array_elements(o -> 'lines') l group by 1 order by 1
  loop
    update ordering.capacity_pools set reserved = reserved + line.quantity
    where offer_id = line.offer_id and reserved + line.quantity <= capacity and stopped_at is null;
    if not found then perform platform.refuse('sold_out', jsonb_build_object('offerId', line.offer_id)); end if;
  end loop;

  for slot in
    select g ->> 'menuDayId' as menu_day_id, s.cutoff_at, s.closed_at, s.serves_from, s.serves_to, s.capacity_seconds
    from jsonb_array_elements(o -> 'groups') g left join ordering.slots s on s.menu_day_id = g ->> 'menuDayId'
  loop
    limited := limited or slot.capacity_seconds is not null;
    -- a counter sells while its meal is served; nobody else orders after the cut-off
    continue when counter and now_at >= slot.serves_from - interval '30 minutes' and now_at < slot.serves_to;
    if counter or slot.cutoff_at is null or slot.closed_at is not null or received >= slot.cutoff_at or now_at >= slot.cutoff_at + grace
    then perform platform.refuse('cutoff_passed', jsonb_build_object('menuDayId', slot.menu_day_id)); end if;
  end loop;

  if limited then perform ordering.take_kitchen_time(o -> 'lines'); end if;

  insert into ordering.orders
    (id, number, operator_id, person_id, status, service_point_id, building_id, community_id, contact_name, contact_phone,
     note, items_minor, fee_minor, total_minor, tax_minor, fee_tax_minor, currency, received_at, hold_expires_at, placed_at,
     at_counter, closed_at, allergies)
  select r.id, no, r."operatorId", r."personId", case when counter then 'completed' when firm then 'placed' else 'awaiting_payment' end, r."servicePointId", r."buildingId", r."communityId",
         r."contactName", r."contactPhone", r.note, r."itemsMinor", r."feeMinor", r."totalMinor", r."taxMinor", r."feeTaxMinor", r.currency,
         received, case when not firm then r."holdExpiresAt" end, case when firm then now_at end,
         counter, case when counter then now_at end, nullif(o -> 'allergies', 'null')
  from jsonb_to_record(o) as r(
    id text, "operatorId" text, "personId" text, "servicePointId" text, "buildingId" text, "communityId" text,
    "contactName" text, "contactPhone" text, note text, "itemsMinor" int, "feeMinor" int, "totalMinor" int, "taxMinor" int,
    "feeTaxMinor" int, currency text, "holdExpiresAt" timestamptz);

  insert into ordering.fulfilment_groups
    (id, order_id, operator_id, menu_day_id, site_id, service_date, period, status, boxes, fee_minor,
     handover_code, updated_at)
  select g.id, o ->> 'id', g."operatorId", g."menuDayId", s.site_id, s.service_date, s.period,
         case when counter then 'delivered' when firm then 'placed' else 'awaiting_payment' end, g.boxes, g."feeMinor", g."handoverCode", now_at
  from jsonb_to_recordset(o -> 'groups')
         as g(id text, "operatorId" text, "menuDayId" text, boxes int, "feeMinor" int, "handoverCode" text)
  join ordering.slots s on s.menu_day_id = g."menuDayId";

  insert into ordering.order_lines
    (id, order_id, group_id, offer_id, dish_id, variant_id, recipe_version_id, name, quantity, unit_minor, tax_bps, allergens,
     acknowledged)
  select l.id, o ->> 'id', l."groupId", l."offerId", l."dishId", l."variantId", l."recipeVersionId", l.name, l.quantity,
         l."unitMinor", l."taxBps", l.allergens, nullif(l.acknowledged, 'null')
  from jsonb_to_recordset(o -> 'lines') as l(
    id text, "groupId" text, "offerId" text, "dishId" text, "variantId" text, "recipeVersionId" text, name jsonb,
    quantity int, "unitMinor" int, "taxBps" int, allergens jsonb, acknowledged jsonb);

  insert into ordering.capacity_holds (order_id, offer_id, quantity, status)
  select o ->> 'id', l ->> 'offerId', sum((l ->> 'quantity')::int), case when firm then 'confirmed' else 'held' end
  from jsonb_array_elements(o -> 'lines') l group by 2;

  insert into ordering.payments (id, order_id, provider, intent_id, amount_minor, currency, status, updated_at)
  select p ->> 'id', o ->> 'id', p ->> 'provider', p ->> 'intentId', (o ->> 'dueMinor')::int, o ->> 'currency', 'pending', now_at
  from (select o -> 'payment' as p) as given where jsonb_typeof(p) = 'object';

  if jsonb_typeof(o -> 'payers') = 'array' then
    insert into ordering.order_payers
      (order_id, seq, kind, ref, bucket, account, limit_minor, amount_minor, excludes, group_id, name, reason)
    select o ->> 'id', p.seq, p.kind, p.ref, p.bucket, p.account, p."limitMinor", p."amountMinor", p.excludes, p."groupId", p.name,
           p.reason
    from jsonb_to_recordset(o -> 'payers') as p(
      seq int, kind text, ref text, bucket text, account text, "limitMinor" int, "amountMinor" int, excludes jsonb,
      "groupId" text, name jsonb, reason jsonb);
    insert into ordering.order_shares (order_id, charge_id, group_id, seq, amount_minor)
    select o ->> 'id', s."chargeId", s."groupId", s.seq, s."amountMinor"
    from jsonb_to_recordset(o -> 'shares') as s("chargeId" text, "groupId" text, seq int, "amountMinor" int);
  end if;

  return no;
end $$;

/*
 * Gives back what an order holds of some offers (null: of all), once: only holds that still stand are released. Returns how
 * many pools were touched.
 */
drop function if exists ordering.release_holds(text);
create or replace function ordering.release_holds(which text, offers text[]) returns int language plpgsql as $$
declare touched int;
begin
  with freed as (
    update ordering.capacity_holds set status = 'released'
    where order_id = which and (offers is null or offer_id = any(offers)) and status in ('held', 'confirmed') returning offer_id, quantity
  ), locked as (
    select p.offer_id, f.quantity from ordering.capacity_pools p join freed f using (offer_id) order by p.offer_id for update of p
  ), given_back as (
    update ordering.capacity_pools p set reserved = p.reserved - l.quantity from locked l
    where p.offer_id = l.offer_id returning p.menu_day_id, p.seconds * l.quantity as seconds
  ), rested as (
    update ordering.slots s set reserved_seconds = s.reserved_seconds - b.seconds
    from (select menu_day_id, sum(seconds)::int as seconds from given_back group by 1) b
    where s.menu_day_id = b.menu_day_id and s.capacity_seconds is not null
  )
  select count(*) into touched from given_back;
  return touched;
end $$;

/*
 * Takes a payment in. An order that waited for it becomes firm: its holds are confirmed, its groups placed; returns the
 * amounts the ledger wants and a fact a group, with its lines, in the shape of the event that announces it. Returns null
 * when the order waits no longer.
 */
create or replace function ordering.settle(payment text, which text, now_at timestamptz) returns jsonb language plpgsql as $$
declare paid ordering.orders;
begin
  update ordering.payments set status = 'succeeded', updated_at = now_at where id = payment;
  update ordering.orders set status = 'placed', placed_at = now_at, hold_expires_at = null
  where id = which and status = 'awaiting_payment' returning * into paid;
  if not found then return null; end if;
  update ordering.capacity_holds set status = 'confirmed' where order_id = which;
  update ordering.fulfilment_groups set status = 'placed', updated_at = now_at where order_id = which;
  return jsonb_build_object(
    'operatorId', paid.operator_id, 'totalMinor', paid.total_minor, 'feeMinor', paid.fee_minor, 'taxMinor', paid.tax_minor,
    'feeTaxMinor', paid.fee_tax_minor,
    'payers', coalesce((select jsonb_agg(jsonb_build_object('account', p.account, 'amountMinor', p.amount_minor) order by p.seq)
                        from ordering.order_payers p where p.order_id = which and p.account <> ''), '[]'),
    'facts', (
      select jsonb_agg(jsonb_build_object(
        'orderId', g.order_id, 'groupId', g.id, 'operatorId', g.operator_id, 'siteId', g.site_id, 'menuDayId', g.menu_day_id,
        'serviceDate', g.service_date, 'period', g.period, 'lines', (
          select jsonb_agg(jsonb_build_object(
            'lineId', l.id, 'dishId', l.dish_id, 'recipeVersionId', l.recipe_version_id, 'quantity', l.quantity) order by l.id)
          from ordering.order_lines l where l.order_id = which and l.group_id = g.id)) order by g.id)
      from ordering.fulfilment_groups g where g.order_id = which));
end $$;
drop function if exists ordering.make_firm(text, timestamptz);
drop function if exists ordering.refuse(text, jsonb);
