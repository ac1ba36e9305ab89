-- Groups of an order that are bookings; called only for orders that have some, but for settle_booked, which finds none.

/* Writes them with their order, in the statement that places it. */
create or replace function ordering.place_booked(o jsonb) returns void language sql as $$
  insert into ordering.booked_groups
    (id, order_id, operator_id, booking_id, offering_id, kind, name, quantity, zone, starts_at, ends_at, price_minor, tax_bps,
     status, updated_at)
  select b.id, b."orderId", b."operatorId", b."bookingId", b."offeringId", b.kind, b.name, b.quantity, b.zone, b."startsAt",
         b."endsAt", b."priceMinor", b."taxBps", b.status, b."updatedAt"
  from jsonb_to_recordset(o) as b(
    id text, "orderId" text, "operatorId" text, "bookingId" text, "offeringId" text, kind text, name jsonb, quantity int,
    zone text, "startsAt" timestamptz, "endsAt" timestamptz, "priceMinor" int, "taxBps" int, status text,
    "updatedAt" timestamptz)
$$;

/*
 * An order has just become firm: its bookings are too, those of an order that was taken again included. Returns them with
 * their price and tax for the ledger; null where there are none.
 */
create or replace function ordering.settle_booked(which text, now_at timestamptz) returns jsonb language sql as $$
  with firm as (
    update ordering.booked_groups set status = 'placed', updated_at = now_at where order_id = which
    returning id, booking_id, price_minor, tax_bps
  )
  select jsonb_build_object(
    'ids', jsonb_agg(booking_id), 'groupIds', jsonb_agg(id), 'minor', sum(price_minor),
    'taxMinor', sum(round(price_minor::numeric * tax_bps / (10000 + tax_bps))))
  from firm having count(*) > 0
$$;

/* Their order was not paid: whoever keeps the calendar may have them back. */
create or replace function ordering.drop_booked(orders text[], now_at timestamptz) returns setof text language sql as $$
  update ordering.booked_groups set status = 'cancelled', updated_at = now_at
  where order_id = any(orders) and status = 'awaiting_payment' returning booking_id
$$;
