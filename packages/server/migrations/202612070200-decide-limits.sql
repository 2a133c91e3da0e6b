-- How long stages of a case and reports may take, how often is tried, and how long cases are kept: no national document
-- says so, and the county decides. Reports whose time nobody has set have none.
create table enrolment_limits (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  limit_id text not null,
  version integer not null check (version >= 1),
  amount integer not null check (amount between 1 and 3660),
  unit text not null check (unit in ('自然日', '工作日', '月', '年', '次')),
  document text not null check (document <> ''),
  dated_on date not null,
  person_id text not null,
  person_name text not null,
  decided_at timestamptz not null,
  primary key (county_code, limit_id, version)
);
comment on table enrolment_limits is '县定的控辍保学期限、次数和保管年限（参照表：全县共用，人人可读）；改一次添一行，最后一行有效';
comment on column enrolment_limits.county_code is '县级行政区划代码';
comment on column enrolment_limits.limit_id is '哪一项，如 clock.stability、times.report.persuasions、retention';
comment on column enrolment_limits.version is '第几次';
comment on column enrolment_limits.amount is '多少';
comment on column enrolment_limits.unit is '单位';
comment on column enrolment_limits.document is '依据的文件';
comment on column enrolment_limits.dated_on is '文件的日期';
comment on column enrolment_limits.person_id is '谁定的：标识';
comment on column enrolment_limits.person_name is '谁定的：姓名';
comment on column enrolment_limits.decided_at is '什么时候录入';
select platform_share('enrolment_limits', 'select, insert');

comment on column enrolment_periodic.clock_id is '期限标识；期限未定、没有计时的为空';
