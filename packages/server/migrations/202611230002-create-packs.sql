create table packs_installed (
  pack_id text not null check (pack_id ~ '^[a-z][a-z0-9-]{1,59}$'),
  version text not null check (version ~ '^[0-9]+\.[0-9]+\.[0-9]+$'),
  content_hash text not null check (content_hash <> ''),
  title text not null,
  content jsonb not null,
  installed_at timestamptz not null default now(),
  primary key (pack_id, content_hash)
);
create index packs_installed_by_version on packs_installed (pack_id, version);
comment on table packs_installed is '已安装的标准包（参照表）：同一标准包的各版本长期并存，以内容哈希区分';
comment on column packs_installed.pack_id is '标准包标识';
comment on column packs_installed.version is '版本号';
comment on column packs_installed.content_hash is '标准包内容的哈希，评估据此锁定所用标准';
comment on column packs_installed.title is '标准包名称';
comment on column packs_installed.content is '标准包全部内容';
comment on column packs_installed.installed_at is '安装时间';

create table packs_register_tables (
  table_name text not null primary key check (table_name ~ '^r_[a-z0-9_]{1,61}$'),
  pack_id text not null,
  register_id text not null check (register_id ~ '^[a-z][a-z0-9_]{0,39}$'),
  generation integer not null check (generation >= 1),
  title text not null,
  columns jsonb not null,
  created_at timestamptz not null default now(),
  unique (pack_id, register_id, generation)
);
comment on table packs_register_tables is '由标准包建立的台账数据表目录（参照表）';
comment on column packs_register_tables.table_name is '台账数据表的名称';
comment on column packs_register_tables.pack_id is '标准包标识';
comment on column packs_register_tables.register_id is '台账标识';
comment on column packs_register_tables.generation is '代次：列的类型与旧表不相容时另建一代';
comment on column packs_register_tables.title is '台账名称';
comment on column packs_register_tables.columns is '台账各列的标识、名称与类型，恢复备份时据此重建数据表';
comment on column packs_register_tables.created_at is '建立时间';
