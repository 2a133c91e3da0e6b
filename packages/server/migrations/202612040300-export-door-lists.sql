-- The list for visits with names and addresses leaves the system as the ledgers do: for a purpose, and allowed.
alter table enrolment_exports drop constraint enrolment_exports_ledger_check;
alter table enrolment_exports add constraint enrolment_exports_ledger_check
  check (ledger in ('children', 'suspected', 'cases', 'doors'));
comment on column enrolment_exports.ledger is '哪本台账：children 适龄儿童，suspected 疑似辍学，cases 辍学；doors 入户摸排表';
