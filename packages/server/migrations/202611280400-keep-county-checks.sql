-- What a check of a whole county came to outlives the program that made it: one result for each period and each part of
-- the tree, replaced when the next check is done. Findings come in piece by piece; `run_id` says which ones count.
create table collection_county_checks (
  county_code text not null,
  period_id text not null,
  reach text not null check (reach <> ''),
  run_id text not null,
  started_at timestamptz not null,
  started_by text not null,
  submissions integer not null check (submissions >= 0),
  hard integer not null check (hard >= 0),
  soft integer not null check (soft >= 0),
  notes integer not null check (notes >= 0),
  org_path text not null,
  primary key (county_code, period_id, reach),
  foreign key (county_code, period_id) references collection_periods (county_code, period_id)
);
comment on table collection_county_checks is '全县核对最近一次做完的结果：每个上报期、每个范围一份';
comment on column collection_county_checks.county_code is '县级行政区划代码';
comment on column collection_county_checks.period_id is '上报期标识';
comment on column collection_county_checks.reach is '核对人能看到的范围：组织树中的路径，多个以空格分开';
comment on column collection_county_checks.run_id is '这一次核对的标识';
comment on column collection_county_checks.started_at is '开始时间';
comment on column collection_county_checks.started_by is '核对人姓名';
comment on column collection_county_checks.submissions is '核对了多少张已上报的表';
comment on column collection_county_checks.hard is '强制性错误处数';
comment on column collection_county_checks.soft is '核实性错误处数';
comment on column collection_county_checks.notes is '没有执行的规则条数';
comment on column collection_county_checks.org_path is '上报期在组织树中的路径';

create table collection_county_findings (
  county_code text not null,
  run_id text not null,
  no integer not null,
  period_id text not null,
  reach text not null,
  level text not null check (level in ('hard', 'soft', 'note')),
  unit text not null,
  unit_name text not null,
  township text not null,
  register text not null,
  register_title text not null,
  check_id text not null,
  check_title text not null,
  kind text not null,
  message text not null,
  left_label text,
  left_text text,
  right_label text,
  right_text text,
  difference text,
  task_id text,
  column_id text,
  org_path text not null,
  primary key (county_code, run_id, no)
);
create index collection_county_findings_by_period on collection_county_findings (county_code, period_id, reach);
comment on table collection_county_findings is '全县核对发现的问题';
comment on column collection_county_findings.county_code is '县级行政区划代码';
comment on column collection_county_findings.run_id is '哪一次核对';
comment on column collection_county_findings.no is '次序，强制性的在前';
comment on column collection_county_findings.period_id is '上报期标识';
comment on column collection_county_findings.reach is '核对人能看到的范围';
comment on column collection_county_findings.level is '级别：hard 强制性，soft 核实性，note 规则没有执行';
comment on column collection_county_findings.unit is '单位代码；全县的问题为空';
comment on column collection_county_findings.unit_name is '单位名称';
comment on column collection_county_findings.township is '所在乡镇（街道）';
comment on column collection_county_findings.register is '台账标识';
comment on column collection_county_findings.register_title is '台账名称';
comment on column collection_county_findings.check_id is '核对规则标识';
comment on column collection_county_findings.check_title is '核对规则名称';
comment on column collection_county_findings.kind is '核对的种类';
comment on column collection_county_findings.message is '问题';
comment on column collection_county_findings.left_label is '一边是什么';
comment on column collection_county_findings.left_text is '一边的数';
comment on column collection_county_findings.right_label is '另一边是什么';
comment on column collection_county_findings.right_text is '另一边的数';
comment on column collection_county_findings.difference is '相差';
comment on column collection_county_findings.task_id is '在哪张表里改';
comment on column collection_county_findings.column_id is '栏标识';
comment on column collection_county_findings.org_path is '上报期在组织树中的路径';

select platform_confine('collection_county_checks', 'select, insert, update, delete');
select platform_confine('collection_county_findings', 'select, insert, delete');
