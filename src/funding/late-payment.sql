/*
 * Reserves again what the payers of an expired order had promised, all or nothing and to the same amounts: what they have
 * given elsewhere meanwhile refuses it. `today`: the local day, by which stored value lapses. In the order of funding.reserve.
 */
create or replace function funding.retake(which text, today date) returns int language plpgsql as $$
declare
  r funding.reservations;
  p jsonb;
  taken int := 0;
begin
  for r in
    select * from funding.reservations where order_id = which and status = 'released' order by kind, ref, bucket for update
  loop
    if r.company_id is not null and not exists (
      select 1 from funding.employees e join funding.companies c on c.id = e.company_id
      where e.company_id = r.company_id and e.person_id = r.person_id and e.left_at is null and not c.credit_stopped
    ) then perform platform.refuse('not_employed'); end if;
    p := jsonb_build_object(
      'personId', r.person_id, 'ref', r.ref, 'bucket', r.bucket, 'amountMinor', r.amount_minor, 'localDate', today);
    case r.kind
      when 'discount' then null;
      when 'till' then null;
      when 'grant' then perform funding.retake_grant(which, r.seq);
      when 'allowance' then
        perform funding.take_allowance(p || jsonb_build_object('bucketLimitMinor', coalesce(
          (select limit_minor from funding.allowance_balances
           where person_id = r.person_id and rule_id = r.ref and bucket = r.bucket), 0)));
      when 'approval' then perform funding.take_approval(p);
      when 'budget' then perform funding.take_budget(p);
      when 'purse' then perform funding.take_purse(p);
    end case;
    update funding.reservations set status = 'reserved' where order_id = which and seq = r.seq;
    taken := taken + 1;
  end loop;
  return taken;
end $$;

/* The grant an expired order had, unless somebody used it since. */
create or replace function funding.retake_grant(which text, payer int) returns void language plpgsql as $$
begin
  update funding.grant_uses set released_at = null, returned_minor = 0
  where order_id = which and seq = payer and released_at is not null;
exception when unique_violation then perform platform.refuse('grant_used');
end $$;
