create table evaluation_sources (
  county_code text not null,
  run_id text not null,
  file text not null,
  sheet text not null default '',
  submission_id text not null,
  upload_id text,
  org_path text not null,
  primary key (county_code, run_id, file, sheet),
  foreign key (county_code, run_id) references evaluation_runs (county_code, run_id) on delete cascade
);
comment on table evaluation_sources is '一次评估所用的上报数据：来历中的文件名、表名各指哪一份填报或上传的文件';
comment on column evaluation_sources.county_code is '县级行政区划代码';
comment on column evaluation_sources.run_id is '评估标识';
comment on column evaluation_sources.file is '来历中显示的文件名；在线填报的为“在线填报/单位名称”';
comment on column evaluation_sources.sheet is '来历中显示的表名；上传的文件为空文字，表名以文件为准';
comment on column evaluation_sources.submission_id is '填报标识';
comment on column evaluation_sources.upload_id is '上传标识；空为在线填报';
comment on column evaluation_sources.org_path is '填报单位在组织树中的路径';
select platform_confine('evaluation_sources', 'select, insert, update, delete');

alter table collection_cell_changes add column sheet text;
alter table collection_cell_changes add column cell text;
comment on column collection_cell_changes.sheet is '来源文件中的工作表名称；没有来源文件时为空';
comment on column collection_cell_changes.cell is '来源工作表中的单元格地址；没有来源文件时为空';
