-- How often children in care are visited is decided with all other limits that no national document sets.
alter table enrolment_limits alter column dated_on drop not null;
insert into enrolment_limits (county_code, limit_id, version, amount, unit, document, dated_on, person_id, person_name, decided_at)
  select county_code, 'care.' || kind, version, days, '自然日', basis, null, person_id, person_name, set_at
  from enrolment_care_intervals;
alter table enrolment_limits add constraint enrolment_limits_dated
  check (dated_on is not null or limit_id like 'care.%');
comment on column enrolment_limits.dated_on is '文件的日期；以前单独确定的关爱走访间隔没有记，为空';
comment on column enrolment_limits.limit_id is '哪一项，如 clock.stability、times.report.persuasions、care.left_behind、retention';
drop table enrolment_care_intervals;
