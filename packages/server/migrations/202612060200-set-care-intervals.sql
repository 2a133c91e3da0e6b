-- How often children in care are visited is for the county to say: no national document does.
create table enrolment_care_intervals (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  kind text not null,
  version integer not null check (version >= 1),
  days integer not null check (days between 1 and 366),
  basis text not null check (basis <> ''),
  person_id text not null,
  person_name text not null,
  set_at timestamptz not null,
  primary key (county_code, kind, version)
);
comment on table enrolment_care_intervals is '县定的关爱走访间隔（参照表：全县共用，人人可读）：每类儿童多少天走访一次，依据什么；改一次添一行，最后一行有效';
comment on column enrolment_care_intervals.county_code is '县级行政区划代码';
comment on column enrolment_care_intervals.kind is '关爱类别的标识';
comment on column enrolment_care_intervals.version is '第几次';
comment on column enrolment_care_intervals.days is '多少天走访一次';
comment on column enrolment_care_intervals.basis is '依据的文件';
comment on column enrolment_care_intervals.person_id is '谁定的：标识';
comment on column enrolment_care_intervals.person_name is '谁定的：姓名';
comment on column enrolment_care_intervals.set_at is '什么时候';
select platform_share('enrolment_care_intervals', 'select, insert');
