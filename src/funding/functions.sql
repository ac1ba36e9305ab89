-- The ledger: every transaction sums to zero per currency, and what is written stays.

create or replace function funding.refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from funding.ledger_entries where transaction_id = new.transaction_id
    group by currency having sum(amount_minor) <> 0
  ) then raise exception 'ledger transaction % does not balance', new.transaction_id; end if;
  return null;
end $$;

drop trigger if exists balanced on funding.ledger_entries;
create constraint trigger balanced after insert on funding.ledger_entries
  deferrable initially deferred for each row execute function funding.refuse_unbalanced();

create or replace trigger append_only before update or delete on funding.ledger_entries
  for each row execute function platform.refuse_change();
create or replace trigger append_only before update or delete on funding.ledger_transactions
  for each row execute function platform.refuse_change();

create or replace trigger kept before truncate on funding.ledger_entries
  for each statement execute function platform.refuse_change();
create or replace trigger kept before truncate on funding.ledger_transactions
  for each statement execute function platform.refuse_change();

/* Writes one transaction; a reference that is booked already changes nothing. Returns whether it was new. */
create or replace function funding.book(
  id text, operator text, reference text, at timestamptz, currency text, postings jsonb
) returns boolean language plpgsql as $$
begin
  insert into funding.ledger_transactions (id, operator_id, ref, at) values (book.id, operator, reference, book.at)
  on conflict do nothing;
  if not found then return false; end if;
  insert into funding.ledger_entries (transaction_id, line, account, amount_minor, currency)
  select book.id, p.line - 1, p.posting ->> 'account', (p.posting ->> 'amountMinor')::bigint, book.currency
  from jsonb_array_elements(postings) with ordinality as p(posting, line);
  return true;
end $$;

drop function if exists funding.refuse_change();
