-- A report for which no time runs has no clock, said as cases say it: one sign for both.
alter table enrolment_periodic alter column clock_id drop not null;
update enrolment_periodic set clock_id = null where clock_id = '';
alter table enrolment_periodic add constraint enrolment_periodic_clock check (clock_id <> '');
comment on column enrolment_periodic.clock_id is '期限标识；期限尚未确定、没有计时的为空';
