-- A finished evaluation is handed up to the government above, which confirms or returns it. Nothing is changed: each step
-- is a row of its own, so that two people at once cannot both decide.
create table evaluation_deliveries (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  delivery_id text not null,
  step integer not null check (step >= 1),
  delivery_no integer not null check (delivery_no >= 1),
  pack_id text not null,
  year integer not null check (year between 1949 and 2999),
  run_id text not null,
  deed text not null check (deed in ('sent', 'withdrawn', 'confirmed', 'returned')),
  reason text not null default '' check (char_length(reason) <= 500),
  done_by text not null,
  doer_name text not null,
  done_at timestamptz not null,
  org_path text not null,
  primary key (county_code, delivery_id, step),
  unique (county_code, pack_id, year, delivery_no, step),
  check ((step = 1) = (deed = 'sent'))
);
create index evaluation_deliveries_by_year on evaluation_deliveries (county_code, year, pack_id);
comment on table evaluation_deliveries is '上报评估结果：县把完成的评估报给上级，上级确认或退回；只增不改，一步一行';
comment on column evaluation_deliveries.county_code is '上报的县（市）的行政区划代码';
comment on column evaluation_deliveries.delivery_id is '上报标识';
comment on column evaluation_deliveries.step is '第几步，从 1 起；1 是上报';
comment on column evaluation_deliveries.delivery_no is '这一年这个标准包的第几次上报，从 1 起';
comment on column evaluation_deliveries.pack_id is '标准包标识';
comment on column evaluation_deliveries.year is '评估年度';
comment on column evaluation_deliveries.run_id is '上报的是哪一次评估';
comment on column evaluation_deliveries.deed is '办了什么：sent 上报，withdrawn 撤回，confirmed 确认，returned 退回';
comment on column evaluation_deliveries.reason is '理由或说明；退回、撤回和上报预览评估的必须写';
comment on column evaluation_deliveries.done_by is '办理人标识';
comment on column evaluation_deliveries.doer_name is '办理人姓名';
comment on column evaluation_deliveries.done_at is '办理时间';
comment on column evaluation_deliveries.org_path is '上报的县（市）在组织树中的路径';
select platform_confine('evaluation_deliveries', 'select, insert');
select platform_carry('evaluation_deliveries');

-- Of which runs of lower governments the rows of an evaluation were made; who had not handed up has a row without a run.
create table evaluation_gathered (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  run_id text not null,
  rule_id text not null,
  year integer not null check (year between 1949 and 2999),
  member_code text not null check (member_code ~ '^[0-9]{6}$'),
  member_name text not null,
  member_run text,
  file text not null,
  sheet text not null,
  org_path text not null,
  primary key (county_code, run_id, rule_id, year, member_code),
  foreign key (county_code, run_id) references evaluation_runs (county_code, run_id) on delete cascade
);
comment on table evaluation_gathered is '一次汇总评估采用了哪些下级评估；没有上报的也有一行，评估标识为空';
comment on column evaluation_gathered.county_code is '汇总的市（省）的行政区划代码';
comment on column evaluation_gathered.run_id is '汇总的评估标识';
comment on column evaluation_gathered.rule_id is '标准包里取数办法（gathers）的标识';
comment on column evaluation_gathered.year is '年度';
comment on column evaluation_gathered.member_code is '下级行政区划代码';
comment on column evaluation_gathered.member_name is '下级名称';
comment on column evaluation_gathered.member_run is '采用的下级评估标识；空为没有上报';
comment on column evaluation_gathered.file is '来历中显示的文件名';
comment on column evaluation_gathered.sheet is '来历中显示的表名';
comment on column evaluation_gathered.org_path is '汇总的市（省）在组织树中的路径';
select platform_confine('evaluation_gathered', 'select, insert, update, delete');
