-- A period under way may be moved to another version of its pack, and back. Each step stands here for good: who, when,
-- why, from which content to which, and what was carried.
create table collection_pack_moves (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  period_id text not null,
  move_no bigint generated always as identity,
  kind text not null check (kind in ('move', 'undo')),
  undoes bigint,
  pack_id text not null,
  from_hash text not null,
  to_hash text not null check (to_hash <> from_hash),
  tasks integer not null check (tasks >= 0),
  carried integer not null check (carried >= 0),
  reason text not null check (reason <> ''),
  moved_by text not null,
  moved_at timestamptz not null,
  org_path text not null,
  primary key (county_code, period_id, move_no),
  check ((kind = 'undo') = (undoes is not null)),
  foreign key (county_code, period_id) references collection_periods (county_code, period_id),
  foreign key (county_code, period_id, undoes) references collection_pack_moves (county_code, period_id, move_no),
  foreign key (pack_id, from_hash) references packs_installed (pack_id, content_hash),
  foreign key (pack_id, to_hash) references packs_installed (pack_id, content_hash)
);
-- A move is undone once.
create unique index collection_pack_moves_undone on collection_pack_moves (county_code, period_id, undoes);
comment on table collection_pack_moves is '上报期更换标准包版本的经过：只追加，撤销也是一条';
comment on column collection_pack_moves.county_code is '县级行政区划代码';
comment on column collection_pack_moves.period_id is '上报期标识';
comment on column collection_pack_moves.move_no is '序号';
comment on column collection_pack_moves.kind is '类别：move 更换，undo 撤销更换';
comment on column collection_pack_moves.undoes is '撤销的是哪一条；更换的为空';
comment on column collection_pack_moves.pack_id is '标准包标识';
comment on column collection_pack_moves.from_hash is '原来的标准包内容哈希';
comment on column collection_pack_moves.to_hash is '换成的标准包内容哈希';
comment on column collection_pack_moves.tasks is '一同更换的上报任务数';
comment on column collection_pack_moves.carried is '沿用的已填格数';
comment on column collection_pack_moves.reason is '理由';
comment on column collection_pack_moves.moved_by is '批准人姓名';
comment on column collection_pack_moves.moved_at is '时间';
comment on column collection_pack_moves.org_path is '所属县（市、区）在组织树中的路径';
select platform_confine('collection_pack_moves', 'select, insert');
comment on column collection_periods.pack_hash is '标准包内容哈希：只在批准更换版本时改变，经过见 collection_pack_moves';
-- The place in the tree is carried along when a unit is moved, nothing else ever changes.
grant update (org_path) on collection_pack_moves to eduduty_app, eduduty_app_scattered;
