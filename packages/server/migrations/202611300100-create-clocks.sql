-- Time limits of everything that has a due day, what happened to them, and what they did by themselves.
create table clocks_calendar_years (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  year integer not null check (year between 1949 and 2999),
  version integer not null check (version >= 1),
  rest text[] not null,
  work text[] not null,
  document text not null check (document <> ''),
  note text not null default '',
  person_id text not null,
  person_name text not null,
  entered_at timestamptz not null,
  primary key (county_code, year, version)
);
comment on table clocks_calendar_years is '本县录入的工作日历（参照表：全县共用，人人可读）：一年一版，只追加，最后一版为准；没有录入的年份用标准包里的';
comment on column clocks_calendar_years.county_code is '县级行政区划代码';
comment on column clocks_calendar_years.year is '年份';
comment on column clocks_calendar_years.version is '第几版，从 1 起';
comment on column clocks_calendar_years.rest is '放假的日子，如 2026-05-01';
comment on column clocks_calendar_years.work is '调休上班的周末';
comment on column clocks_calendar_years.document is '依据的文件与文号';
comment on column clocks_calendar_years.note is '说明';
comment on column clocks_calendar_years.person_id is '录入人标识';
comment on column clocks_calendar_years.person_name is '录入人姓名';
comment on column clocks_calendar_years.entered_at is '录入时间';
select platform_share('clocks_calendar_years', 'select, insert');

create table clocks_clocks (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  clock_id text not null,
  org_path text not null,
  subject_kind text not null check (subject_kind ~ '^[a-z_]+[.][a-z_]+$'),
  subject_id text not null,
  title text not null check (title <> ''),
  rule jsonb not null,
  state text not null check (state in ('running', 'paused', 'stopped')),
  started_on date not null,
  due_on date,
  missing_year integer,
  next_on date,
  primary key (county_code, clock_id),
  check ((due_on is null) = (missing_year is not null))
);
create index clocks_clocks_next on clocks_clocks (county_code, next_on) where state = 'running' and next_on is not null;
create index clocks_clocks_subject on clocks_clocks (county_code, subject_kind, subject_id);
comment on table clocks_clocks is '期限：从哪天起、到哪天止；由事件算出，随时可以重算';
comment on column clocks_clocks.county_code is '县级行政区划代码';
comment on column clocks_clocks.clock_id is '期限标识';
comment on column clocks_clocks.org_path is '谁的期限：单位在组织树中的路径';
comment on column clocks_clocks.subject_kind is '什么事的期限，如 duties.task';
comment on column clocks_clocks.subject_id is '哪一件事';
comment on column clocks_clocks.title is '事项名称，提醒里用';
comment on column clocks_clocks.rule is '期限规定：长度、提醒、逐级上报，开始时固定下来';
comment on column clocks_clocks.state is '状态：running 计时，paused 中止，stopped 结束';
comment on column clocks_clocks.started_on is '开始之日，不计入';
comment on column clocks_clocks.due_on is '最后一天；空为缺少工作日历，算不出';
comment on column clocks_clocks.missing_year is '缺哪一年的工作日历';
comment on column clocks_clocks.next_on is '下一次有事的日子';
select platform_confine('clocks_clocks', 'select, insert, update');

create table clocks_events (
  county_code text not null,
  clock_id text not null,
  event_no integer not null check (event_no >= 1),
  org_path text not null,
  type text not null check (type in ('start', 'pause', 'resume', 'extend', 'move', 'stop')),
  on_day date not null,
  due_on date,
  amount integer,
  reason text not null default '',
  approved_by text not null default '',
  person_id text not null,
  person_name text not null,
  recorded_at timestamptz not null,
  primary key (county_code, clock_id, event_no),
  foreign key (county_code, clock_id) references clocks_clocks (county_code, clock_id)
);
comment on table clocks_events is '期限的开始、中止、恢复、延长、改期、结束，只追加';
comment on column clocks_events.county_code is '县级行政区划代码';
comment on column clocks_events.clock_id is '期限标识';
comment on column clocks_events.event_no is '次序，从 1 起';
comment on column clocks_events.org_path is '单位在组织树中的路径';
comment on column clocks_events.type is 'start 开始，pause 中止，resume 恢复，extend 延长，move 改期，stop 结束';
comment on column clocks_events.on_day is '发生之日';
comment on column clocks_events.due_on is '给定的最后一天（开始、改期）';
comment on column clocks_events.amount is '延长多少，单位同期限的长度';
comment on column clocks_events.reason is '原因';
comment on column clocks_events.approved_by is '批准人';
comment on column clocks_events.person_id is '办理人标识';
comment on column clocks_events.person_name is '办理人姓名';
comment on column clocks_events.recorded_at is '记录时间';
select platform_confine('clocks_events', 'select, insert');
select platform_carry('clocks_events');

create table clocks_firings (
  county_code text not null,
  clock_id text not null,
  firing_key text not null,
  org_path text not null,
  kind text not null check (kind in ('remind', 'overdue', 'escalate')),
  on_day date not null,
  due_on date not null,
  post text not null default '',
  title text not null,
  subject_kind text not null,
  subject_id text not null,
  fired_at timestamptz not null,
  primary key (county_code, clock_id, firing_key)
);
create index clocks_firings_recent on clocks_firings (county_code, org_path, fired_at);
comment on table clocks_firings is '期限自动发出的提醒、逾期和逐级上报：一件只发一次，只追加';
comment on column clocks_firings.county_code is '县级行政区划代码';
comment on column clocks_firings.clock_id is '期限标识';
comment on column clocks_firings.firing_key is '哪一次：最后一天、种类、第几级';
comment on column clocks_firings.org_path is '发给哪个单位';
comment on column clocks_firings.kind is 'remind 提醒，overdue 逾期，escalate 逐级上报';
comment on column clocks_firings.on_day is '应当发出之日';
comment on column clocks_firings.due_on is '当时的最后一天';
comment on column clocks_firings.post is '发给哪个岗位；空为办理的人';
comment on column clocks_firings.title is '事项名称';
comment on column clocks_firings.subject_kind is '什么事';
comment on column clocks_firings.subject_id is '哪一件事';
comment on column clocks_firings.fired_at is '实际发出时间，停机后补发的晚于应发之日';
select platform_confine('clocks_firings', 'select, insert');
select platform_carry('clocks_firings');
