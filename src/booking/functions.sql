-- Holds of what can be booked. A "no" is raised as SQLSTATE LL001, as when ordering: message = code, detail = its values.

create extension if not exists btree_gist;

/* A resource is at one thing only at a time; half-open spans, so one may begin when another ends. */
do $$ begin
  alter table booking.resource_uses add constraint one_thing_at_a_time
    exclude using gist (resource_id with =, during with &&) where (not released);
exception when duplicate_table or duplicate_object then null;
end $$;

/*
 * Sells rooms on every night given, or on none; a negative number gives them back. Nights are locked in the order of their
 * dates, so two stays that overlap cannot wait for each other. Returns the price of each night for all rooms, in order.
 */
create or replace function booking.take_nights(which text, nights date[], rooms_wanted int) returns int[] language plpgsql as $$
declare
  wanted date;
  price int;
  prices int[] := '{}';
begin
  foreach wanted in array (select array_agg(n order by n) from unnest(nights) n) loop
    update booking.room_nights set sold = sold + rooms_wanted
    where room_type_id = which and night = wanted and sold + rooms_wanted <= rooms + overbooking
    returning price_minor * rooms_wanted into price;
    if not found then perform platform.refuse('no_room', jsonb_build_object('night', wanted)); end if;
    prices := prices || price;
  end loop;
  return prices;
end $$;

/* Takes seats of a departure or an entry slot while it may be booked; a negative number gives them back at any time. */
create or replace function booking.take_seats(which text, wanted int, now_at timestamptz) returns void language plpgsql as $$
declare pool booking.seat_pools;
begin
  select * into pool from booking.seat_pools where id = which for update;
  if not found then perform platform.refuse('not_found'); end if;
  if wanted > 0 and (now_at >= pool.closes_at or pool.called_off_at is not null) then perform platform.refuse('booking_closed'); end if;
  if pool.sold + wanted > pool.seats then perform platform.refuse('no_seats', jsonb_build_object('left', pool.seats - pool.sold)); end if;
  update booking.seat_pools set sold = sold + wanted where id = which;
end $$;
