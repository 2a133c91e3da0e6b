create table evaluation_scenarios (
  county_code text not null,
  scenario_id text not null,
  org_path text not null,
  pack_id text not null,
  year integer not null,
  title text not null check (length(title) between 1 and 60),
  note text not null default '',
  assumptions jsonb not null,
  person_id text not null,
  person_name text not null,
  saved_at timestamptz not null,
  primary key (county_code, scenario_id)
);
create unique index evaluation_scenarios_titles on evaluation_scenarios (county_code, pack_id, year, title);
comment on table evaluation_scenarios is '测算方案：一组假设，不改动上报的数据';
comment on column evaluation_scenarios.county_code is '县级行政区划代码';
comment on column evaluation_scenarios.scenario_id is '方案标识';
comment on column evaluation_scenarios.org_path is '县在组织树中的路径';
comment on column evaluation_scenarios.pack_id is '标准包标识';
comment on column evaluation_scenarios.year is '评估年度';
comment on column evaluation_scenarios.title is '方案名称，同县同标准同年度不重名';
comment on column evaluation_scenarios.note is '说明';
comment on column evaluation_scenarios.assumptions is '各条假设';
comment on column evaluation_scenarios.person_id is '保存人标识';
comment on column evaluation_scenarios.person_name is '保存人姓名';
comment on column evaluation_scenarios.saved_at is '最近保存时间';
select platform_confine('evaluation_scenarios', 'select, insert, update, delete');
