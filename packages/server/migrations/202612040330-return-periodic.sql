-- A periodic report can be returned to the unit with a reason: it is owed again, and a time limit runs anew.
alter table enrolment_periodic add column returned_on date;
alter table enrolment_periodic add column returned_by text not null default '';
alter table enrolment_periodic add column return_reason text not null default '';
do $$
declare
  found text;
begin
  select conname into found from pg_constraint
  where conrelid = 'enrolment_periodic'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%handed_in_on%';
  execute format('alter table enrolment_periodic drop constraint %I', found);
end
$$;
alter table enrolment_periodic add constraint enrolment_periodic_handed_in
  check (case when version = 0 then handed_in_on is null and returned_on is null
    else (handed_in_on is null) = (returned_on is not null) end);
comment on column enrolment_periodic.returned_on is '退回之日；重新报送以后为空';
comment on column enrolment_periodic.returned_by is '最近退回人姓名';
comment on column enrolment_periodic.return_reason is '最近退回的理由';
comment on column enrolment_periodic.handed_in_on is '第一次报送之日；退回以后为重新报送之日，还没有重新报送的为空';
