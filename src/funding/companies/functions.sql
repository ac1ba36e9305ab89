-- What a company agreed to pay beyond its rules: taken with the order in one statement, given back with it.

/* Of an approval only what was approved, for its own menu day and person; the cut-off is ordering's to judge. */
create or replace function funding.take_approval(p jsonb) returns void language plpgsql as $$
begin
  update funding.approvals set used_minor = used_minor + (p ->> 'amountMinor')::int
  where id = p ->> 'ref' and person_id = p ->> 'personId' and menu_day_id = p ->> 'bucket' and status = 'approved'
    and used_minor + (p ->> 'amountMinor')::int <= approved_minor;
  if not found then perform platform.refuse('quote_changed', jsonb_build_object('payer', 'approval')); end if;
end $$;

create or replace function funding.restore_approval(which text, minor int) returns void language sql as $$
  update funding.approvals set used_minor = used_minor - minor where id = which
$$;

/*
 * Catering that was quoted becomes this order, while the quote is good and as it was seen; a budget of its cost centre must
 * bear it. `bucket` is that budget, empty where the cost centre has none.
 */
create or replace function funding.take_catering(p jsonb) returns void language plpgsql as $$
begin
  update funding.catering_requests
  set status = 'accepted', order_id = p ->> 'orderId', accepted_by = p ->> 'personId', accepted_at = (p ->> 'now')::timestamptz
  where id = p ->> 'ref' and status = 'quoted' and valid_until > (p ->> 'now')::timestamptz
    and total_minor = (p ->> 'amountMinor')::int;
  if not found then perform platform.refuse(case
    when exists (select 1 from funding.catering_requests where id = p ->> 'ref' and status = 'quoted') then 'catering_expired'
    else 'catering_not_open' end); end if;
  if p ->> 'bucket' <> '' then perform funding.take_budget(p || jsonb_build_object('ref', p ->> 'bucket')); end if;
end $$;

/* All of it given back is catering that will not happen; what ran out is only cheaper. */
create or replace function funding.restore_catering(which text, budget text, minor int) returns void language sql as $$
  update funding.budgets set used_minor = used_minor - minor where id = budget;
  update funding.catering_requests set status = 'withdrawn' where id = which and status = 'accepted' and total_minor = minor
$$;
