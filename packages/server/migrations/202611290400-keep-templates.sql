-- Word templates of an office. A version is never changed: a better one is added, and what is no longer used is
-- retired by a last version without a file.
create table reports_templates (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  template_id text not null,
  version integer not null check (version >= 1),
  org_path text not null,
  pack_id text not null,
  kind text not null check (kind in ('file', 'retired')),
  title text not null check (length(title) between 1 and 60),
  file_name text not null,
  content bytea not null,
  sha256 text not null,
  tags integer not null check (tags >= 0),
  person_id text not null,
  person_name text not null,
  saved_at timestamptz not null,
  primary key (county_code, template_id, version),
  check ((kind = 'retired') = (length(content) = 0))
);
comment on table reports_templates is '报告模板的各个版本：只追加，停用也是一条';
comment on column reports_templates.county_code is '县级行政区划代码';
comment on column reports_templates.template_id is '模板标识';
comment on column reports_templates.version is '版本号，从1起';
comment on column reports_templates.org_path is '县在组织树中的路径';
comment on column reports_templates.pack_id is '标准包标识：模板里的名称出自它';
comment on column reports_templates.kind is '类别：file 文件，retired 停用';
comment on column reports_templates.title is '模板名称';
comment on column reports_templates.file_name is '上传时的文件名';
comment on column reports_templates.content is '文件内容（docx）';
comment on column reports_templates.sha256 is '文件内容的 SHA-256';
comment on column reports_templates.tags is '标记数';
comment on column reports_templates.person_id is '保存人标识';
comment on column reports_templates.person_name is '保存人姓名';
comment on column reports_templates.saved_at is '保存时间';
select platform_confine('reports_templates', 'select, insert');
select platform_carry('reports_templates');
