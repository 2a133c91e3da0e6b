create table platform_migrations (
  name text not null primary key check (name ~ '^[0-9]{12}-[a-z0-9-]+$'),
  checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
  applied_at timestamptz not null default now()
);
comment on table platform_migrations is '已执行的数据库结构变更';
comment on column platform_migrations.name is '变更名称（时间-动词-名词）';
comment on column platform_migrations.checksum is '变更内容的 SHA-256，用于发现事后改动';
comment on column platform_migrations.applied_at is '执行时间';
