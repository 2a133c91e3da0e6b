-- A child is one line whatever has found it, on two rolls it is told to each school, and a confirmed pair keeps its history.
alter table enrolment_proposals drop column left_print, drop column right_print;
alter table enrolment_proposals add column earlier text not null default '';
comment on column enrolment_proposals.earlier is '以前怎样确认的，之后改了什么';

drop index enrolment_findings_child;
create unique index enrolment_findings_child
  on enrolment_findings (county_code, pack_id, match_id, year, subject, org_path);
create index enrolment_findings_subject on enrolment_findings (county_code, year, subject);
alter table enrolment_findings add column schools jsonb not null default '[]';
alter table enrolment_findings alter column schools drop default;
comment on column enrolment_findings.schools is '双重学籍：学籍在哪几所学校，代码和名称';
alter table enrolment_findings add column kept_by text not null default '';
comment on column enrolment_findings.kept_by is '双重学籍：定由哪所学校保留';
