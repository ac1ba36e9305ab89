-- What companies, budgets, purses and funders owe for an order: taken with it in one statement, given back exactly once.
-- A "no" takes the whole order with it.

/* A rule's bucket (meal, day or month) of one person: what was promised must still be free. */
create or replace function funding.take_allowance(p jsonb) returns void language plpgsql as $$
declare minor int := (p ->> 'amountMinor')::int;
begin
  insert into funding.allowance_balances as b (person_id, rule_id, bucket, limit_minor, used_minor)
  values (p ->> 'personId', p ->> 'ref', p ->> 'bucket', (p ->> 'bucketLimitMinor')::int, minor)
  on conflict (person_id, rule_id, bucket) do update
    set used_minor = b.used_minor + excluded.used_minor, limit_minor = excluded.limit_minor
    where b.used_minor + excluded.used_minor <= excluded.limit_minor;
  if not found or minor > (p ->> 'bucketLimitMinor')::int
  then perform platform.refuse('quote_changed', jsonb_build_object('payer', 'allowance')); end if;
end $$;

create or replace function funding.take_budget(p jsonb) returns void language plpgsql as $$
begin
  update funding.budgets set used_minor = used_minor + (p ->> 'amountMinor')::int
  where id = p ->> 'ref' and used_minor + (p ->> 'amountMinor')::int <= limit_minor;
  if not found then perform platform.refuse('budget_exhausted'); end if;
end $$;

create or replace function funding.take_purse(p jsonb) returns void language plpgsql as $$
begin
  update funding.purses set held_minor = held_minor + (p ->> 'amountMinor')::int
  where id = p ->> 'ref' and person_id = p ->> 'personId' and balance_minor - held_minor >= (p ->> 'amountMinor')::int
    and (expires_on is null or expires_on >= (p ->> 'localDate')::date);
  if not found then perform platform.refuse('purse_short'); end if;
end $$;

/*
 * Reserves what each payer of an order owes, all or nothing. `o`: {orderId, operatorId, personId, now, payers: [{seq, kind,
 * ref, bucket, account, amountMinor, bucketLimitMinor, companyId, legalEntityId, costCentreId, siteId, serviceDate, period,
 * personId?, localDate}]}. Taken in the order of kind, reference and bucket, so two orders cannot wait for each other.
 * A company pays for nobody who has left it; catering is the company's own.
 */
create or replace function funding.reserve(o jsonb) returns int language plpgsql as $$
declare
  p jsonb;
  taken int := 0;
begin
  for p in
    select jsonb_build_object('personId', o ->> 'personId', 'orderId', o ->> 'orderId', 'operatorId', o ->> 'operatorId',
                              'now', o ->> 'now') || e
    from jsonb_array_elements(o -> 'payers') e
    where (e ->> 'amountMinor')::int > 0 order by e ->> 'kind', e ->> 'ref', e ->> 'bucket'
  loop
    if p ->> 'companyId' is not null and p ->> 'kind' <> 'catering' and not exists (
      select 1 from funding.employees
      where company_id = p ->> 'companyId' and person_id = p ->> 'personId' and left_at is null
    ) then perform platform.refuse('not_employed'); end if;
    case p ->> 'kind'
      when 'discount' then null;
      -- laid on a till's counter: nothing to reserve
      when 'till' then null;
      when 'grant' then perform funding.take_grant(p);
      when 'allowance' then perform funding.take_allowance(p);
      when 'approval' then perform funding.take_approval(p);
      when 'budget' then perform funding.take_budget(p);
      when 'catering' then perform funding.take_catering(p);
      when 'purse' then perform funding.take_purse(p);
    end case;
    taken := taken + 1;
  end loop;

  insert into funding.reservations
    (order_id, seq, operator_id, person_id, kind, ref, bucket, account, amount_minor, status, company_id, legal_entity_id,
     cost_centre_id, site_id, service_date, period, at)
  select o ->> 'orderId', r.seq, o ->> 'operatorId', coalesce(r."personId", o ->> 'personId'), r.kind, r.ref, r.bucket, r.account,
         r."amountMinor", 'reserved', r."companyId", r."legalEntityId", r."costCentreId", r."siteId", r."serviceDate", r.period,
         (o ->> 'now')::timestamptz
  from jsonb_to_recordset(o -> 'payers') as r(
    seq int, kind text, ref text, bucket text, account text, "amountMinor" int, "companyId" text, "legalEntityId" text,
    "costCentreId" text, "siteId" text, "serviceDate" date, period text, "personId" text)
  where r."amountMinor" > 0;
  return taken;
end $$;

/* The order is firm: what was promised is spent. Returns how many payers were confirmed; a second call confirms nothing. */
create or replace function funding.confirm(which text) returns int language plpgsql as $$
declare confirmed int;
begin
  with firm as (
    update funding.reservations set status = 'confirmed' where order_id = which and status = 'reserved'
    returning kind, ref, amount_minor
  ), spent as (
    update funding.purses p set balance_minor = p.balance_minor - f.amount, held_minor = p.held_minor - f.amount
    from (select ref, sum(amount_minor)::int as amount from firm where kind = 'purse' group by ref) f where p.id = f.ref
  )
  select count(*) into confirmed from firm;
  return confirmed;
end $$;

/* Puts money back where one payer took it from. */
create or replace function funding.restore(r funding.reservations, minor int) returns void language plpgsql as $$
begin
  case r.kind
    when 'discount' then null;
    -- handed back over the counter
    when 'till' then null;
    when 'grant' then perform funding.restore_grant(r.order_id, r.seq, minor);
    when 'allowance' then
      update funding.allowance_balances set used_minor = used_minor - minor
      where person_id = r.person_id and rule_id = r.ref and bucket = r.bucket;
    when 'approval' then perform funding.restore_approval(r.ref, minor);
    when 'budget' then update funding.budgets set used_minor = used_minor - minor where id = r.ref;
    when 'catering' then perform funding.restore_catering(r.ref, r.bucket, minor);
    when 'purse' then
      update funding.purses set
        balance_minor = balance_minor + case when r.status = 'confirmed' then minor else 0 end,
        held_minor = held_minor - case when r.status = 'reserved' then minor else 0 end
      where id = r.ref;
  end case;
end $$;

/*
 * Gives parts back to the payers of an order: [{seq, amountMinor}], once a refund. Returns what went back in all; a second
 * call with the same refund gives nothing.
 */
create or replace function funding.give_back(which text, refund text, parts jsonb, now_at timestamptz) returns int language plpgsql as $$
declare
  given int := 0;
  part record;
  taken funding.reservations;
begin
  for part in
    select p.seq, p."amountMinor" as minor from jsonb_to_recordset(parts) as p(seq int, "amountMinor" int)
    where p."amountMinor" > 0 order by p.seq
  loop
    insert into funding.reservation_returns (refund_id, order_id, seq, amount_minor, at)
    values (refund, which, part.seq, part.minor, now_at) on conflict do nothing;
    continue when not found;
    update funding.reservations set returned_minor = returned_minor + part.minor
    where order_id = which and seq = part.seq and status <> 'released' and returned_minor + part.minor <= amount_minor
    returning * into taken;
    if not found then raise exception 'payer % of order % has nothing left to give back', part.seq, which; end if;
    perform funding.restore(taken, part.minor);
    given := given + part.minor;
  end loop;
  return given;
end $$;

/* An order that never became firm: everything reserved goes back, once. Returns how many payers that touched. */
create or replace function funding.release(which text) returns int language plpgsql as $$
declare
  held funding.reservations;
  touched int := 0;
begin
  for held in
    select * from funding.reservations where order_id = which and status = 'reserved' order by kind, ref, bucket for update
  loop
    perform funding.restore(held, held.amount_minor - held.returned_minor);
    update funding.reservations set status = 'released' where order_id = which and seq = held.seq;
    touched := touched + 1;
  end loop;
  return touched;
end $$;

drop function if exists funding.refuse(text, jsonb);
