-- Lists of children that are taken out of the system: who asked for what and why, and who allowed it.
create table enrolment_exports (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  export_id text not null,
  org_path text not null,
  ledger text not null check (ledger in ('children', 'suspected', 'cases')),
  year integer not null check (year between 1949 and 2999),
  unit_path text not null default '',
  unit_name text not null default '',
  row_state text not null default '',
  reason text not null check (reason <> ''),
  children integer not null check (children >= 0),
  minors integer not null check (minors between 0 and children),
  state text not null check (state in ('asked', 'approved', 'refused')),
  asked_by text not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by text not null default '',
  decided_by_name text not null default '',
  decided_at timestamptz,
  answer text not null default '',
  fetched integer not null default 0,
  primary key (county_code, export_id),
  check (state = 'approved' or fetched = 0),
  check (decided_by <> asked_by or minors = 0)
);
create index enrolment_exports_time on enrolment_exports (county_code, asked_at);
comment on table enrolment_exports is '控辍保学台账的导出：谁要什么、为什么、谁准的；含未满14周岁的须另一人批准';
comment on column enrolment_exports.county_code is '县级行政区划代码';
comment on column enrolment_exports.export_id is '标识';
comment on column enrolment_exports.org_path is '申请人所在单位在组织树中的路径';
comment on column enrolment_exports.ledger is '哪本台账：children 适龄儿童，suspected 疑似辍学，cases 辍学';
comment on column enrolment_exports.year is '年度（学年取起始年）';
comment on column enrolment_exports.unit_path is '只要哪个单位的；空为看得见的全部';
comment on column enrolment_exports.unit_name is '那个单位的名称';
comment on column enrolment_exports.row_state is '只要哪种状态的；空为全部';
comment on column enrolment_exports.reason is '用途';
comment on column enrolment_exports.children is '申请时多少人';
comment on column enrolment_exports.minors is '其中未满14周岁的，没有出生日期的也算';
comment on column enrolment_exports.state is 'asked 待批准，approved 已批准，refused 未批准';
comment on column enrolment_exports.asked_by is '申请人标识';
comment on column enrolment_exports.asked_by_name is '申请人姓名';
comment on column enrolment_exports.asked_at is '申请时间';
comment on column enrolment_exports.decided_by is '批准人标识';
comment on column enrolment_exports.decided_by_name is '批准人姓名';
comment on column enrolment_exports.decided_at is '批准时间';
comment on column enrolment_exports.answer is '批准人的话';
comment on column enrolment_exports.fetched is '下载过几次';
select platform_confine('enrolment_exports', 'select, insert, update');
