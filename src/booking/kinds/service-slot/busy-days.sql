-- booking.busy_days follows booking.resource_uses: what a resource is busy with, packed by day.

/* The packed spans of some days of some resources, clipped to each day; null where there is nothing. */
create or replace function booking.pack_days(which text[], days int[]) returns table (resource_id text, day int, spans bytea)
language sql stable as $$
  select d.resource_id, d.day,
         string_agg(
           int4send(greatest(floor(extract(epoch from lower(u.during)) / 60)::int, d.day * 1440)) ||
           int4send(least(ceil(extract(epoch from upper(u.during)) / 60)::int, (d.day + 1) * 1440)), '' order by u.during)
         filter (where u.resource_id is not null)
  from unnest(which, days) as d(resource_id, day)
  left join booking.resource_uses u on u.resource_id = d.resource_id and not u.released
    and u.during && tstzrange(to_timestamp(d.day * 86400::bigint), to_timestamp((d.day + 1) * 86400::bigint))
  group by 1, 2
$$;

/* Packs the days anew that some uses were or are on. Whoever writes uses holds their resources (lock-resources.ts). */
create or replace function booking.note_busy() returns trigger language plpgsql as $$
declare
  which text[];
  days int[];
begin
  select array_agg(resource_id), array_agg(day) into which, days from (
    select distinct c.resource_id, d as day
    from changed c, generate_series(floor(extract(epoch from lower(c.during)) / 86400)::int,
                                    floor((extract(epoch from upper(c.during)) - 1) / 86400)::int) as d
  ) as touched;
  if which is null then return null; end if;
  with packed as materialized (select * from booking.pack_days(which, days)),
  gone as (
    delete from booking.busy_days b using packed p where p.spans is null and b.resource_id = p.resource_id and b.day = p.day
  )
  insert into booking.busy_days (resource_id, day, spans)
  select p.resource_id, p.day, p.spans from packed p where p.spans is not null
  on conflict (resource_id, day) do update set spans = excluded.spans;
  return null;
end $$;

create or replace trigger busy_after_insert after insert on booking.resource_uses
  referencing new table as changed for each statement execute function booking.note_busy();
create or replace trigger busy_after_delete after delete on booking.resource_uses
  referencing old table as changed for each statement execute function booking.note_busy();
create or replace trigger busy_before_update after update on booking.resource_uses
  referencing old table as changed for each statement execute function booking.note_busy();
create or replace trigger busy_after_update after update on booking.resource_uses
  referencing new table as changed for each statement execute function booking.note_busy();

/* Uses that were written before there was such a table. */
with touched as (
  select distinct u.resource_id, d as day
  from booking.resource_uses u, generate_series(floor(extract(epoch from lower(u.during)) / 86400)::int,
                                                floor((extract(epoch from upper(u.during)) - 1) / 86400)::int) as d
  where not u.released and not exists (select 1 from booking.busy_days)
), packed as (
  select p.* from (select array_agg(resource_id) as which, array_agg(day) as days from touched) as t, booking.pack_days(t.which, t.days) as p
)
insert into booking.busy_days (resource_id, day, spans)
select resource_id, day, spans from packed where spans is not null on conflict do nothing;
