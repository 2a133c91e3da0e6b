create table evaluation_runs (
  county_code text not null check (county_code ~ '^[0-9A-Z]{1,12}$'),
  run_id text not null,
  pack_id text not null,
  pack_hash text not null,
  snapshot_hash text not null,
  year integer not null check (year between 1949 and 2999),
  county_name text not null default '',
  verdict text not null default '',
  status text not null check (status in ('preview', 'official')),
  assessment jsonb not null,
  created_at timestamptz not null,
  primary key (county_code, run_id),
  foreign key (pack_id, pack_hash) references packs_installed (pack_id, content_hash)
);
create index evaluation_runs_by_year on evaluation_runs (county_code, year, created_at);
comment on table evaluation_runs is '评估：锁定标准包与数据快照的一次计算，可按位重现';
comment on column evaluation_runs.county_code is '县级行政区划代码';
comment on column evaluation_runs.run_id is '评估标识';
comment on column evaluation_runs.pack_id is '标准包标识';
comment on column evaluation_runs.pack_hash is '标准包内容哈希';
comment on column evaluation_runs.snapshot_hash is '数据快照哈希';
comment on column evaluation_runs.year is '年度';
comment on column evaluation_runs.county_name is '县（市、区）名称';
comment on column evaluation_runs.verdict is '总结论：达标、未达标、待定等';
comment on column evaluation_runs.status is '性质：preview 预览（含未冻结数据），official 正式';
comment on column evaluation_runs.assessment is '评估结果全文';
comment on column evaluation_runs.created_at is '计算时间';

create table evaluation_figures (
  county_code text not null,
  run_id text not null,
  figure_id text not null,
  figure_no integer not null,
  grain text not null,
  node text not null,
  subject text not null,
  figure jsonb not null,
  content jsonb not null,
  primary key (county_code, run_id, figure_id),
  foreign key (county_code, run_id) references evaluation_runs (county_code, run_id) on delete cascade
);
create index evaluation_figures_by_node on evaluation_figures (county_code, run_id, node, figure_no);
create index evaluation_figures_in_order on evaluation_figures (county_code, run_id, figure_no);
comment on table evaluation_figures is '一次评估中的每个数字及其来历：公式、代入数、参数、来源行与单元格';
comment on column evaluation_figures.county_code is '县级行政区划代码';
comment on column evaluation_figures.run_id is '评估标识';
comment on column evaluation_figures.figure_id is '数字标识';
comment on column evaluation_figures.figure_no is '次序：按标准包，再按对象';
comment on column evaluation_figures.grain is '层级';
comment on column evaluation_figures.node is '要素或指标标识';
comment on column evaluation_figures.subject is '对象标识';
comment on column evaluation_figures.figure is '数字：值、状态、标准、差额';
comment on column evaluation_figures.content is '来历与引用它的句子';

create table evaluation_findings (
  county_code text not null,
  run_id text not null,
  finding_no integer not null check (finding_no >= 1),
  level text not null check (level in ('error', 'check', 'repair', 'note')),
  code text not null,
  message text not null,
  advice text,
  file text,
  sheet text,
  cell text,
  register text,
  column_id text,
  unit_code text,
  unit_name text,
  org_path text not null default '',
  content jsonb not null,
  primary key (county_code, run_id, finding_no),
  foreign key (county_code, run_id) references evaluation_runs (county_code, run_id) on delete cascade
);
create index evaluation_findings_by_unit on evaluation_findings (county_code, run_id, unit_code);
comment on table evaluation_findings is '一次评估中发现的数据问题';
comment on column evaluation_findings.county_code is '县级行政区划代码';
comment on column evaluation_findings.run_id is '评估标识';
comment on column evaluation_findings.finding_no is '序号，从 1 起';
comment on column evaluation_findings.level is '程度：error 拒收，check 核对不符，repair 已修正，note 提示';
comment on column evaluation_findings.code is '问题种类';
comment on column evaluation_findings.message is '问题说明';
comment on column evaluation_findings.advice is '处理建议';
comment on column evaluation_findings.file is '来源文件';
comment on column evaluation_findings.sheet is '工作表';
comment on column evaluation_findings.cell is '单元格';
comment on column evaluation_findings.register is '台账标识';
comment on column evaluation_findings.column_id is '列标识';
comment on column evaluation_findings.unit_code is '单位代码';
comment on column evaluation_findings.unit_name is '单位名称';
comment on column evaluation_findings.org_path is '单位在组织树中的路径';
comment on column evaluation_findings.content is '问题全文';
