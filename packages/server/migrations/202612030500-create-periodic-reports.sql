-- Reports on children out of school that are owed again and again: which unit owes which, and what it handed in.
create table enrolment_periodic (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  periodic_id text not null,
  org_path text not null,
  unit_name text not null,
  year integer not null check (year between 1949 and 2999),
  rule_id text not null,
  title text not null,
  outline text not null,
  receiver text not null,
  basis text not null,
  figures text[] not null,
  period_id text not null,
  period_title text not null,
  ends_on date not null,
  clock_id text not null,
  version integer not null default 0 check (version >= 0),
  stated_on date,
  handed_in_on date,
  handed_in_by text not null default '',
  planned_at timestamptz not null,
  primary key (county_code, periodic_id),
  unique (county_code, year, rule_id, period_id, org_path),
  check ((version = 0) = (handed_in_on is null))
);
comment on table enrolment_periodic is '控辍保学定期报告（四个一）：哪个单位欠哪一期，报了没有';
comment on column enrolment_periodic.county_code is '县级行政区划代码';
comment on column enrolment_periodic.periodic_id is '标识';
comment on column enrolment_periodic.org_path is '由哪个单位报，在组织树中的路径；县的为全县';
comment on column enrolment_periodic.unit_name is '单位名称';
comment on column enrolment_periodic.year is '学年的起始年';
comment on column enrolment_periodic.rule_id is '标准包里的定期报告标识';
comment on column enrolment_periodic.title is '名称';
comment on column enrolment_periodic.outline is '报告提纲标识';
comment on column enrolment_periodic.receiver is '报给谁';
comment on column enrolment_periodic.basis is '多久一次的依据';
comment on column enrolment_periodic.figures is '要写明的台账人数';
comment on column enrolment_periodic.period_id is '哪一期，标识';
comment on column enrolment_periodic.period_title is '哪一期，名称';
comment on column enrolment_periodic.ends_on is '这一期的末日';
comment on column enrolment_periodic.clock_id is '期限标识';
comment on column enrolment_periodic.version is '报送过几次，0 为还没有报';
comment on column enrolment_periodic.stated_on is '最近一次报的是哪一天的人数';
comment on column enrolment_periodic.handed_in_on is '第一次报送之日';
comment on column enrolment_periodic.handed_in_by is '最近报送人姓名';
comment on column enrolment_periodic.planned_at is '建立时间';
select platform_confine('enrolment_periodic', 'select, insert, update');

create table enrolment_periodic_versions (
  county_code text not null,
  periodic_id text not null,
  version integer not null check (version >= 1),
  org_path text not null,
  stated_on date not null,
  stated jsonb not null,
  counted jsonb not null,
  says text not null default '',
  person_id text not null,
  person_name text not null,
  handed_in_at timestamptz not null,
  primary key (county_code, periodic_id, version),
  foreign key (county_code, periodic_id) references enrolment_periodic (county_code, periodic_id)
);
comment on table enrolment_periodic_versions is '定期报告每次报送的人数，只追加';
comment on column enrolment_periodic_versions.county_code is '县级行政区划代码';
comment on column enrolment_periodic_versions.periodic_id is '定期报告标识';
comment on column enrolment_periodic_versions.version is '第几次报送，从 1 起';
comment on column enrolment_periodic_versions.org_path is '单位在组织树中的路径';
comment on column enrolment_periodic_versions.stated_on is '哪一天的人数';
comment on column enrolment_periodic_versions.stated is '报送的人数';
comment on column enrolment_periodic_versions.counted is '报送时台账里那一天的人数';
comment on column enrolment_periodic_versions.says is '说明';
comment on column enrolment_periodic_versions.person_id is '报送人标识';
comment on column enrolment_periodic_versions.person_name is '报送人姓名';
comment on column enrolment_periodic_versions.handed_in_at is '报送时间';
select platform_confine('enrolment_periodic_versions', 'select, insert');
select platform_carry('enrolment_periodic_versions');

create table enrolment_periodic_children (
  county_code text not null,
  periodic_id text not null,
  version integer not null,
  line_no integer not null check (line_no >= 1),
  org_path text not null,
  ledger text not null check (ledger in ('children', 'suspected', 'cases')),
  child text not null,
  name text not null,
  state text not null,
  primary key (county_code, periodic_id, version, line_no),
  foreign key (county_code, periodic_id, version)
    references enrolment_periodic_versions (county_code, periodic_id, version)
);
comment on table enrolment_periodic_children is '报送时台账里未入学、辍学、待补证明、疑似和劝返的孩子，用来说明后来哪里不同；只追加';
comment on column enrolment_periodic_children.county_code is '县级行政区划代码';
comment on column enrolment_periodic_children.periodic_id is '定期报告标识';
comment on column enrolment_periodic_children.version is '第几次报送';
comment on column enrolment_periodic_children.line_no is '序号，从 1 起';
comment on column enrolment_periodic_children.org_path is '单位在组织树中的路径';
comment on column enrolment_periodic_children.ledger is '哪本台账：children 适龄儿童，suspected 疑似辍学，cases 辍学';
comment on column enrolment_periodic_children.child is '台账里的行';
comment on column enrolment_periodic_children.name is '姓名，遮蔽';
comment on column enrolment_periodic_children.state is '那一天的状态';
select platform_confine('enrolment_periodic_children', 'select, insert');
select platform_carry('enrolment_periodic_children');
