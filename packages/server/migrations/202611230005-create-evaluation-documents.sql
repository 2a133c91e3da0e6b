create table evaluation_documents (
  county_code text not null,
  run_id text not null,
  name text not null,
  title text not null,
  media_type text not null,
  content bytea not null,
  primary key (county_code, run_id, name),
  foreign key (county_code, run_id) references evaluation_runs (county_code, run_id) on delete cascade
);
comment on table evaluation_documents is '一次评估产生的文件：申报表、自评报告、数据与来历、退回修改的工作簿';
comment on column evaluation_documents.county_code is '县级行政区划代码';
comment on column evaluation_documents.run_id is '评估标识';
comment on column evaluation_documents.name is '文件名（相对于结果文件夹的路径）';
comment on column evaluation_documents.title is '文件标题';
comment on column evaluation_documents.media_type is '文件类型（MIME）';
comment on column evaluation_documents.content is '文件内容';
