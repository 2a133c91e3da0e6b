-- A visit to a child in care may be written without network: however often it is sent, it is recorded once.
alter table enrolment_care_visits add column record_key text check (record_key ~ '^[0-9a-f]{16,40}$');
comment on column enrolment_care_visits.record_key is '这条记录在填写的机器上的标识：同一条发几次只记一次';
create unique index enrolment_care_visits_record on enrolment_care_visits (county_code, child_id, holding_no, record_key)
  where record_key is not null;
