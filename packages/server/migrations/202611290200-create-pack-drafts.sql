-- A version of a standards pack in the making: its files as text, saved again and again. Every save keeps the files that
-- it changed; the text of a file is that of its newest save. Once installed, a draft does not change any more.
create table pack_drafts (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  draft_id text not null,
  org_path text not null,
  title text not null check (length(title) between 1 and 80),
  base_pack text,
  base_hash text,
  revision integer not null default 1 check (revision >= 1),
  made_by text not null,
  made_at timestamptz not null,
  saved_by text not null,
  saved_at timestamptz not null,
  installed_pack text,
  installed_hash text,
  installed_at timestamptz,
  primary key (county_code, draft_id),
  check ((base_pack is null) = (base_hash is null)),
  check ((installed_hash is null) = (installed_at is null) and (installed_hash is null) = (installed_pack is null))
);
comment on table pack_drafts is '标准包草稿';
comment on column pack_drafts.county_code is '县级行政区划代码';
comment on column pack_drafts.draft_id is '草稿标识';
comment on column pack_drafts.org_path is '编写单位所在的县（市、区、省）在组织树中的路径';
comment on column pack_drafts.title is '草稿名称';
comment on column pack_drafts.base_pack is '据以起草的标准包标识；空白起草的为空';
comment on column pack_drafts.base_hash is '据以起草的标准包版本的内容哈希';
comment on column pack_drafts.revision is '保存次序：每保存一次加一，据此发现两人同时改动';
comment on column pack_drafts.made_by is '起草人姓名';
comment on column pack_drafts.made_at is '起草时间';
comment on column pack_drafts.saved_by is '最近保存人姓名';
comment on column pack_drafts.saved_at is '最近保存时间';
comment on column pack_drafts.installed_pack is '安装成的标准包标识；没有安装的为空';
comment on column pack_drafts.installed_hash is '安装成的版本的内容哈希';
comment on column pack_drafts.installed_at is '安装时间';
select platform_confine('pack_drafts', 'select, insert, update, delete');

create table pack_draft_saves (
  county_code text not null,
  draft_id text not null,
  revision integer not null check (revision >= 1),
  org_path text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (county_code, draft_id, revision),
  foreign key (county_code, draft_id) references pack_drafts (county_code, draft_id)
);
comment on table pack_draft_saves is '标准包草稿的保存经过：只追加，随草稿删除';
comment on column pack_draft_saves.county_code is '县级行政区划代码';
comment on column pack_draft_saves.draft_id is '草稿标识';
comment on column pack_draft_saves.revision is '保存次序';
comment on column pack_draft_saves.org_path is '编写单位所在的县（市、区、省）在组织树中的路径';
comment on column pack_draft_saves.saved_by is '保存人姓名';
comment on column pack_draft_saves.saved_at is '保存时间';
select platform_confine('pack_draft_saves', 'select, insert, delete');
select platform_carry('pack_draft_saves');

create table pack_draft_texts (
  county_code text not null,
  draft_id text not null,
  revision integer not null,
  path text not null check (length(path) between 1 and 120),
  org_path text not null,
  content text,
  primary key (county_code, draft_id, revision, path),
  foreign key (county_code, draft_id, revision) references pack_draft_saves (county_code, draft_id, revision)
);
comment on table pack_draft_texts is '标准包草稿各次保存改动的文件：只追加，随草稿删除';
comment on column pack_draft_texts.county_code is '县级行政区划代码';
comment on column pack_draft_texts.draft_id is '草稿标识';
comment on column pack_draft_texts.revision is '保存次序';
comment on column pack_draft_texts.path is '文件在标准包文件夹里的路径';
comment on column pack_draft_texts.org_path is '编写单位所在的县（市、区、省）在组织树中的路径';
comment on column pack_draft_texts.content is '文件内容；为空表示这次删去了这个文件';
select platform_confine('pack_draft_texts', 'select, insert, delete');
select platform_carry('pack_draft_texts');
