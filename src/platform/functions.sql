-- What every context needs in SQL: a "no", rows that stay, and facts and stream events written where they became true.

/* A "no" of the business: SQLSTATE LL001, message = code, detail = its values; a Refusal where it is caught. */
create or replace function platform.refuse(code text, params jsonb default '{}') returns void language plpgsql as $$
begin
  raise exception using errcode = 'LL001', message = code, detail = params::text;
end $$;

/* For triggers of tables whose rows stay as they were written. */
create or replace function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end $$;

/* Announces facts of one kind, each {id, payload}, and wakes the relay at commit. */
create or replace function platform.publish(event text, facts jsonb) returns void language plpgsql as $$
begin
  insert into platform.outbox (id, event, payload)
  select f ->> 'id', publish.event, f -> 'payload' from jsonb_array_elements(facts) f;
  perform pg_notify('outbox', '');
end $$;

/*
 * Tells the watchers of some topics, each {topic, event, data}, at commit. A topic's row is locked until then, so versions
 * follow the order of commits and a reader may page by them. Topics are taken in order, so two tellers cannot deadlock.
 */
create or replace function platform.tell(told jsonb) returns void language plpgsql as $$
declare
  one record;
  next bigint;
begin
  for one in
    select t ->> 'topic' as topic, t ->> 'event' as event, coalesce(t -> 'data', 'null') as data
    from jsonb_array_elements(told) with ordinality as e(t, n) order by t ->> 'topic' collate "C", n
  loop
    insert into platform.stream_topics as known (topic, version) values (one.topic, 1)
    on conflict (topic) do update set version = known.version + 1 returning known.version into next;
    insert into platform.stream_events (topic, version, event, data) values (one.topic, next, one.event, one.data);
    perform pg_notify('stream', one.topic);
  end loop;
end $$;
