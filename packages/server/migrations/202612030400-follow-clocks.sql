-- Lists are sorted by copies of last days. A working calendar that is entered later counts clocks anew: the copies follow at
-- once, in the same transaction, for whoever reaches them; who enters a calendar reaches the whole county.
create index enrolment_holdings_clock on enrolment_holdings (county_code, clock_id) where until_on is null;

create function enrolment_follow_clock() returns trigger
  language plpgsql as $$
begin
  update enrolment_holdings set due_on = new.due_on
  where county_code = new.county_code and clock_id = new.clock_id and until_on is null;
  return null;
end $$;
comment on function enrolment_follow_clock() is '期限的截止日变了，个案各份承办里的截止日跟着变';

create trigger enrolment_follow_clock after update of due_on on clocks_clocks
  for each row when (new.subject_kind = 'enrolment.case' and new.due_on is distinct from old.due_on)
  execute function enrolment_follow_clock();

-- What the calendars entered until now have left behind.
update enrolment_holdings h set due_on = c.due_on
from clocks_clocks c
where c.county_code = h.county_code and c.clock_id = h.clock_id and h.until_on is null and h.due_on is distinct from c.due_on;
