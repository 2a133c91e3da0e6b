create table organizations_areas (
  code text not null check (code ~ '^[0-9]{12}$'),
  since date not null,
  until date check (until > since),
  level text not null check (level in ('province', 'city', 'county', 'township', 'village')),
  name text not null check (name <> ''),
  parent_code text check (parent_code ~ '^[0-9]{12}$'),
  successor_code text check (successor_code ~ '^[0-9]{12}$'),
  source text not null default '',
  primary key (code, since)
);
create index organizations_areas_by_parent on organizations_areas (parent_code);
comment on table organizations_areas is '行政区划（参照表）：省、市、县、乡镇（街道）、村（社区），各有起止日期';
comment on column organizations_areas.code is '统计用区划代码，12 位；县及以上后六位为 0';
comment on column organizations_areas.since is '启用日期';
comment on column organizations_areas.until is '停用日期（不含当日）；空为在用';
comment on column organizations_areas.level is '级别：province 省，city 市，county 县，township 乡镇（街道），village 村（社区）';
comment on column organizations_areas.name is '名称';
comment on column organizations_areas.parent_code is '上级区划代码；省级为空';
comment on column organizations_areas.successor_code is '撤并后的承接区划代码';
comment on column organizations_areas.source is '来源：文件名称与版本';

create table organizations_units (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  unit_id text not null check (unit_id ~ '^[A-Z][A-Z0-9]{0,31}$'),
  kind text not null check (kind in ('government', 'department', 'township', 'school', 'kindergarten', 'inspection_area')),
  code text not null default '',
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  closed_reason text not null default '',
  org_path text not null check (org_path ~ '^[0-9]{2}/([0-9]{4}/)?([0-9]{6}/)?([A-Z][A-Z0-9]{0,31}/)*$'),
  primary key (county_code, unit_id)
);
create unique index organizations_units_by_path on organizations_units (county_code, org_path);
create unique index organizations_units_by_code on organizations_units (county_code, code) where code <> '';
comment on table organizations_units is '单位：政府、部门、乡镇、学校、幼儿园、督学责任区；撤并后仍保留';
comment on column organizations_units.county_code is '县级行政区划代码（市、省单位为市、省代码）';
comment on column organizations_units.unit_id is '单位标识，也是组织路径中的一段；终身不变';
comment on column organizations_units.kind is '类别：government 政府，department 部门，township 乡镇（街道），school 学校，kindergarten 幼儿园，inspection_area 督学责任区';
comment on column organizations_units.code is '学校标识码、统一社会信用代码或区划代码；没有为空';
comment on column organizations_units.opened_on is '设立日期';
comment on column organizations_units.closed_on is '撤销日期；空为在办';
comment on column organizations_units.closed_reason is '撤销的批准文件或原因';
comment on column organizations_units.org_path is '单位现在在组织树中的路径，决定谁能看它的数据；撤并后归入承接单位之下';

create table organizations_unit_versions (
  county_code text not null,
  unit_id text not null,
  since date not null,
  until date check (until > since),
  name text not null check (name <> ''),
  name_initials text not null default '',
  parent_id text check (parent_id ~ '^[A-Z][A-Z0-9]{0,31}$'),
  area_code text check (area_code ~ '^[0-9]{12}$'),
  school_type text not null default '',
  reason text not null default '',
  org_path text not null,
  primary key (county_code, unit_id, since),
  foreign key (county_code, unit_id) references organizations_units (county_code, unit_id)
);
comment on table organizations_unit_versions is '单位各时期的名称与隶属：去年的数字归去年的单位';
comment on column organizations_unit_versions.county_code is '县级行政区划代码';
comment on column organizations_unit_versions.unit_id is '单位标识';
comment on column organizations_unit_versions.since is '起始日期';
comment on column organizations_unit_versions.until is '截止日期（不含当日）；空为至今';
comment on column organizations_unit_versions.name is '名称';
comment on column organizations_unit_versions.name_initials is '名称的拼音首字母，供查找';
comment on column organizations_unit_versions.parent_id is '当时的上级单位；县政府本级为空';
comment on column organizations_unit_versions.area_code is '所在区划代码';
comment on column organizations_unit_versions.school_type is '办学类型，如小学、九年一贯制学校；非学校为空';
comment on column organizations_unit_versions.reason is '从此日起变更的批准文件或原因';
comment on column organizations_unit_versions.org_path is '单位现在在组织树中的路径';

create table organizations_successions (
  county_code text not null,
  from_unit_id text not null,
  to_unit_id text not null,
  kind text not null check (kind in ('merge', 'split')),
  effective_on date not null,
  reason text not null check (reason <> ''),
  org_path text not null,
  primary key (county_code, from_unit_id, to_unit_id, kind),
  foreign key (county_code, from_unit_id) references organizations_units (county_code, unit_id),
  foreign key (county_code, to_unit_id) references organizations_units (county_code, unit_id)
);
comment on table organizations_successions is '单位的合并与拆分：谁由谁承接';
comment on column organizations_successions.county_code is '县级行政区划代码';
comment on column organizations_successions.from_unit_id is '原单位';
comment on column organizations_successions.to_unit_id is '承接单位';
comment on column organizations_successions.kind is '方式：merge 合并，split 拆分';
comment on column organizations_successions.effective_on is '生效日期';
comment on column organizations_successions.reason is '批准文件或原因';
comment on column organizations_successions.org_path is '原单位现在在组织树中的路径';

create table organizations_posts (
  county_code text not null,
  post_id text not null check (post_id <> ''),
  unit_id text not null,
  title text not null check (title <> ''),
  closed_on date,
  org_path text not null,
  primary key (county_code, post_id),
  foreign key (county_code, unit_id) references organizations_units (county_code, unit_id)
);
create index organizations_posts_by_unit on organizations_posts (county_code, unit_id);
comment on table organizations_posts is '岗位：职责在岗位，不在个人';
comment on column organizations_posts.county_code is '县级行政区划代码';
comment on column organizations_posts.post_id is '岗位标识';
comment on column organizations_posts.unit_id is '所在单位';
comment on column organizations_posts.title is '岗位名称，如督导室主任、学校填报员';
comment on column organizations_posts.closed_on is '撤销日期；空为在用';
comment on column organizations_posts.org_path is '所在单位的组织路径';

select platform_share('organizations_areas', 'select, insert, update');
select platform_confine('organizations_units', 'select, insert, update');
select platform_confine('organizations_unit_versions', 'select, insert, update');
select platform_confine('organizations_successions', 'select, insert, update');
select platform_confine('organizations_posts', 'select, insert, update');
