-- What was written for food safety stays as it was written.

create or replace trigger append_only before update or delete on kitchen.self_checks
  for each row execute function platform.refuse_change();
create or replace trigger append_only before update or delete on kitchen.readings
  for each row execute function platform.refuse_change();
create or replace trigger append_only before update or delete on kitchen.holdings
  for each row execute function platform.refuse_change();
create or replace trigger append_only before update or delete on kitchen.transfer_discrepancies
  for each row execute function platform.refuse_change();
create or replace trigger append_only before delete on kitchen.retained_samples
  for each row execute function platform.refuse_change();
create or replace trigger append_only before update or delete on kitchen.corrections
  for each row execute function platform.refuse_change();
drop function if exists kitchen.refuse_change();
