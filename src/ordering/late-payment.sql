/*
 * Takes an order that expired unpaid again, because its payment came after all: the portions of every line or of none, while
 * its meals still take orders. It waits for its payment then, as it did before. Returns the zone its days are counted in.
 * Pools before slots, as in ordering.place_order: nothing slips in behind a closing menu.
 */
create or replace function ordering.retake(which text, now_at timestamptz) returns text language plpgsql as $$
declare
  line record;
  zone_of text;
begin
  perform 1 from ordering.orders where id = which and status = 'expired' for update;
  if not found then perform platform.refuse('order_not_payable'); end if;

  for line in
    select offer_id, quantity from ordering.capacity_holds where order_id = which and status = 'released' order by offer_id
  loop
    update ordering.capacity_pools set reserved = reserved + line.quantity
    where offer_id = line.offer_id and reserved + line.quantity <= capacity and stopped_at is null;
    if not found then perform platform.refuse('sold_out', jsonb_build_object('offerId', line.offer_id)); end if;
  end loop;

  if exists (
    select 1 from ordering.fulfilment_groups g left join ordering.slots s using (menu_day_id)
    where g.order_id = which and (s.cutoff_at is null or s.closed_at is not null or now_at >= s.cutoff_at)
  ) then perform platform.refuse('cutoff_passed'); end if;

  perform ordering.take_kitchen_time(coalesce((
    select jsonb_agg(jsonb_build_object('offerId', offer_id, 'quantity', quantity)) from ordering.capacity_holds
    where order_id = which and status = 'released'), '[]'));
  update ordering.capacity_holds set status = 'held' where order_id = which and status = 'released';
  update ordering.fulfilment_groups set status = 'awaiting_payment', updated_at = now_at where order_id = which;
  update ordering.orders set status = 'awaiting_payment', closed_at = null where id = which;
  select s.zone into zone_of from ordering.fulfilment_groups g join ordering.slots s using (menu_day_id)
  where g.order_id = which limit 1;
  return zone_of;
end $$;
