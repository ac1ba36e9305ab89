-- Grants are taken with the order and freed when all of their money went back.

/*
 * Takes a grant for an order, and with it what the operator may claim for serving that person. `p` is the payer as
 * funding.reserve hands it on; its `grant` is a TakenGrant of subsidy-payers.ts. A bucket that nobody counts is the order.
 * The unique key is the rule: an order that took the grant meanwhile refuses this one as `grant_used`.
 */
create or replace function funding.take_grant(p jsonb) returns void language plpgsql as $$
declare
  g jsonb := p -> 'grant';
  which text := 'gru_' || (p ->> 'orderId') || '_' || (p ->> 'seq');
begin
  insert into funding.grant_uses
    (id, operator_id, site_id, order_id, seq, kind, member_id, pseudonym, scheme_id, scheme_version, grant_id, funder,
     service_date, period, mode, bucket, number, spend_minor, amount_minor, currency, identified, used_at)
  select case t.kind when 'grant' then which else which || '_' || t."grantId" end, p ->> 'operatorId', t."siteId",
         p ->> 'orderId', (p ->> 'seq')::int, t.kind, t."memberId", t.pseudonym, t."schemeId", t."schemeVersion", t."grantId",
         t.funder, t."serviceDate", t.period, t.mode, coalesce(t.bucket, p ->> 'orderId'), t.number, t."spendMinor",
         case t.kind when 'grant' then (p ->> 'amountMinor')::int else t."amountMinor" end, t.currency, t.identified,
         (g ->> 'usedAt')::timestamptz
  from jsonb_to_recordset(jsonb_build_array(g || '{"kind": "grant"}') || (g -> 'operatorGrants')) as t(
    kind text, "siteId" text, "memberId" text, pseudonym text, "schemeId" text, "schemeVersion" int, "grantId" text, funder text,
    "serviceDate" date, period text, mode text, bucket text, number int, "spendMinor" int, "amountMinor" int, currency text,
    identified text)
  -- a person who was served before on that day is claimed already
  on conflict do nothing;
  if not exists (select 1 from funding.grant_uses where id = which) then perform platform.refuse('grant_used'); end if;
end $$;

/* Money of a grant went back: freed when it was all of it, and then nobody is paid for having served either. */
create or replace function funding.restore_grant(which text, payer int, minor int) returns void language plpgsql as $$
begin
  update funding.grant_uses set
    returned_minor = returned_minor + minor,
    released_at = case when returned_minor + minor = amount_minor then now() end
  where order_id = which and seq = payer and kind = 'grant' and released_at is null;
  if not found then return; end if;
  update funding.grant_uses o set returned_minor = amount_minor, released_at = now()
  where order_id = which and seq = payer and kind = 'operator_grant' and released_at is null
    and not exists (select 1 from funding.grant_uses g
                    where g.order_id = which and g.kind = 'grant' and g.scheme_id = o.scheme_id and g.released_at is null);
end $$;
