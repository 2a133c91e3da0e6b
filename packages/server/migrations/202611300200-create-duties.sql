-- Duties of a year: the plan, the tasks of units, their milestones, and all that happened to them.
create table duties_plans (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  plan_id text not null,
  year integer not null check (year between 2000 and 2999),
  title text not null check (title <> ''),
  document text not null default '',
  is_open boolean not null default true,
  soon_days integer not null check (soon_days between 1 and 180),
  silent_days integer not null check (silent_days between 1 and 366),
  opened_by text not null,
  opened_at timestamptz not null,
  primary key (county_code, plan_id)
);
create unique index duties_plans_once on duties_plans (county_code, year);
comment on table duties_plans is '年度任务分解（参照表：全县共用，人人可读）：一县一年一份';
comment on column duties_plans.county_code is '县级行政区划代码';
comment on column duties_plans.plan_id is '任务分解标识';
comment on column duties_plans.year is '年度';
comment on column duties_plans.title is '名称';
comment on column duties_plans.document is '印发的文件与文号';
comment on column duties_plans.is_open is '还在进行';
comment on column duties_plans.soon_days is '到期前多少天转为黄灯、红灯';
comment on column duties_plans.silent_days is '多少天没有报进展转为黄灯';
comment on column duties_plans.opened_by is '建立人姓名';
comment on column duties_plans.opened_at is '建立时间';
select platform_share('duties_plans', 'select, insert, update');

create table duties_tasks (
  county_code text not null,
  task_id text not null,
  org_path text not null,
  plan_id text not null,
  parent_id text,
  duty_pack text,
  duty_id text,
  no text not null default '',
  title text not null check (title <> ''),
  wording text not null default '',
  lists text[] not null check (cardinality(lists) > 0),
  basis text not null default '',
  unit_id text not null,
  unit_name text not null,
  issuer_path text not null,
  issuer_name text not null,
  cooperating text[] not null default '{}',
  post text not null default '',
  due_on date not null,
  indicator_pack text,
  indicator text,
  deliverable text not null default '',
  papers text[] not null default '{}',
  state text not null check (state in ('draft', 'issued', 'declined', 'underway', 'reported', 'done', 'cancelled')),
  declared text check (declared in ('green', 'yellow', 'red')),
  reported_on date,
  reported_by text,
  clock_id text,
  supervision_clock text,
  is_supervised boolean not null default false,
  made_at timestamptz not null,
  primary key (county_code, task_id),
  foreign key (county_code, plan_id) references duties_plans (county_code, plan_id),
  foreign key (county_code, parent_id) references duties_tasks (county_code, task_id),
  check ((indicator is null) = (indicator_pack is null))
);
create index duties_tasks_plan on duties_tasks (county_code, plan_id, org_path);
create index duties_tasks_parent on duties_tasks (county_code, parent_id) where parent_id is not null;
comment on table duties_tasks is '任务：一个单位一年里的一件事，由职责分解而来，可以再往下分解';
comment on column duties_tasks.county_code is '县级行政区划代码';
comment on column duties_tasks.task_id is '任务标识';
comment on column duties_tasks.org_path is '牵头单位在组织树中的路径';
comment on column duties_tasks.plan_id is '属于哪份任务分解';
comment on column duties_tasks.parent_id is '由哪项任务分解而来';
comment on column duties_tasks.duty_pack is '职责所在的标准包';
comment on column duties_tasks.duty_id is '职责标识';
comment on column duties_tasks.no is '编号';
comment on column duties_tasks.title is '名称';
comment on column duties_tasks.wording is '要做什么';
comment on column duties_tasks.lists is '列入哪些清单';
comment on column duties_tasks.basis is '依据';
comment on column duties_tasks.unit_id is '牵头单位标识';
comment on column duties_tasks.unit_name is '牵头单位名称（下达时）';
comment on column duties_tasks.issuer_path is '下达单位在组织树中的路径';
comment on column duties_tasks.issuer_name is '下达单位名称';
comment on column duties_tasks.cooperating is '配合单位名称';
comment on column duties_tasks.post is '责任岗位';
comment on column duties_tasks.due_on is '完成期限';
comment on column duties_tasks.indicator_pack is '衡量指标所在的标准包';
comment on column duties_tasks.indicator is '衡量指标标识';
comment on column duties_tasks.deliverable is '要交的材料';
comment on column duties_tasks.papers is '已交材料的名称或文号';
comment on column duties_tasks.state is '状态：draft 待下达，issued 待接收，declined 已退回，underway 办理中，reported 待确认，done 已完成，cancelled 已撤销';
comment on column duties_tasks.declared is '单位自报的灯色';
comment on column duties_tasks.reported_on is '最近一次报进展的日期';
comment on column duties_tasks.reported_by is '报完成的人标识：不得自己确认';
comment on column duties_tasks.clock_id is '完成期限的计时';
comment on column duties_tasks.supervision_clock is '督办答复的计时';
comment on column duties_tasks.is_supervised is '有督办没有答复';
comment on column duties_tasks.made_at is '建立时间';
select platform_confine('duties_tasks', 'select, insert, update');

create table duties_milestones (
  county_code text not null,
  task_id text not null,
  milestone_no integer not null check (milestone_no >= 1),
  org_path text not null,
  title text not null check (title <> ''),
  due_on date not null,
  reached_on date,
  primary key (county_code, task_id, milestone_no),
  foreign key (county_code, task_id) references duties_tasks (county_code, task_id)
);
comment on table duties_milestones is '任务的节点';
comment on column duties_milestones.county_code is '县级行政区划代码';
comment on column duties_milestones.task_id is '任务标识';
comment on column duties_milestones.milestone_no is '次序，从 1 起';
comment on column duties_milestones.org_path is '牵头单位在组织树中的路径';
comment on column duties_milestones.title is '节点名称';
comment on column duties_milestones.due_on is '应当达到的日期';
comment on column duties_milestones.reached_on is '达到的日期';
select platform_confine('duties_milestones', 'select, insert, update');

create table duties_events (
  county_code text not null,
  task_id text not null,
  event_no integer not null check (event_no >= 1),
  org_path text not null,
  deed text not null,
  says text not null default '',
  light text check (light in ('green', 'yellow', 'red')),
  person_id text not null,
  person_name text not null,
  unit_name text not null default '',
  happened_at timestamptz not null,
  primary key (county_code, task_id, event_no),
  foreign key (county_code, task_id) references duties_tasks (county_code, task_id)
);
comment on table duties_events is '任务的办理过程，只追加';
comment on column duties_events.county_code is '县级行政区划代码';
comment on column duties_events.task_id is '任务标识';
comment on column duties_events.event_no is '次序，从 1 起';
comment on column duties_events.org_path is '牵头单位在组织树中的路径';
comment on column duties_events.deed is '做了什么：issue 下达，accept 接收，report_progress 报进展……';
comment on column duties_events.says is '说明';
comment on column duties_events.light is '自报的灯色';
comment on column duties_events.person_id is '办理人标识';
comment on column duties_events.person_name is '办理人姓名';
comment on column duties_events.unit_name is '办理人的单位';
comment on column duties_events.happened_at is '时间';
select platform_confine('duties_events', 'select, insert');
select platform_carry('duties_events');
