-- Whether a child of a case has ever been to school is what rolls or the clerk say: no school is no proof that it never was.
alter table enrolment_holdings add column schooling text not null default 'unknown'
  check (schooling in ('left', 'never', 'unknown'));
update enrolment_holdings set schooling = 'left' where school_id is not null;
comment on column enrolment_holdings.schooling is '以前上没上过学：left 上过（失学、辍学），never 从未入学，unknown 还没有查清；名册查得到的以名册为准';
