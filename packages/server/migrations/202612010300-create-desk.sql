-- What people have taken note of, and notices with their receipts.
create table desk_receipts (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  person_id text not null,
  item_key text not null,
  org_path text not null,
  seen_at timestamptz not null,
  primary key (county_code, person_id, item_key)
);
comment on table desk_receipts is '抄送和提醒：谁在什么时候标为已知';
comment on column desk_receipts.county_code is '县级行政区划代码';
comment on column desk_receipts.person_id is '看的人';
comment on column desk_receipts.item_key is '哪一件';
comment on column desk_receipts.org_path is '看的人所在单位在组织树中的路径';
comment on column desk_receipts.seen_at is '什么时候';
select platform_confine('desk_receipts', 'select, insert');
select platform_carry('desk_receipts');

create table desk_notices (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  notice_id text not null,
  org_path text not null,
  issuer_name text not null,
  title text not null check (title <> ''),
  body text not null check (body <> ''),
  answer_by date,
  made_by text not null,
  made_at timestamptz not null,
  recalled_at timestamptz,
  primary key (county_code, notice_id)
);
comment on table desk_notices is '通知：一个单位发给下级单位';
comment on column desk_notices.county_code is '县级行政区划代码';
comment on column desk_notices.notice_id is '通知标识';
comment on column desk_notices.org_path is '发出单位在组织树中的路径';
comment on column desk_notices.issuer_name is '发出单位名称';
comment on column desk_notices.title is '标题';
comment on column desk_notices.body is '内容';
comment on column desk_notices.answer_by is '要求回执的期限；空为不要求';
comment on column desk_notices.made_by is '发出人姓名';
comment on column desk_notices.made_at is '发出时间';
comment on column desk_notices.recalled_at is '撤回时间';
select platform_confine('desk_notices', 'select, insert, update');

-- Each unit has its own copy: it does not reach the issuer's rows.
create table desk_notice_units (
  county_code text not null,
  notice_id text not null,
  unit_id text not null,
  org_path text not null,
  unit_name text not null,
  issuer_name text not null,
  title text not null,
  body text not null,
  answer_by date,
  made_by text not null,
  made_at timestamptz not null,
  recalled_at timestamptz,
  seen_by text,
  seen_at timestamptz,
  answer text not null default '',
  primary key (county_code, notice_id, unit_id)
);
create index desk_notice_units_path on desk_notice_units (county_code, org_path, made_at);
comment on table desk_notice_units is '通知发到的单位及其回执';
comment on column desk_notice_units.county_code is '县级行政区划代码';
comment on column desk_notice_units.notice_id is '通知标识';
comment on column desk_notice_units.unit_id is '收到的单位标识';
comment on column desk_notice_units.org_path is '收到的单位在组织树中的路径';
comment on column desk_notice_units.unit_name is '收到的单位名称';
comment on column desk_notice_units.issuer_name is '发出单位名称';
comment on column desk_notice_units.title is '标题';
comment on column desk_notice_units.body is '内容';
comment on column desk_notice_units.answer_by is '要求回执的期限；空为不要求';
comment on column desk_notice_units.made_by is '发出人姓名';
comment on column desk_notice_units.made_at is '发出时间';
comment on column desk_notice_units.recalled_at is '撤回时间';
comment on column desk_notice_units.seen_by is '确认收到的人';
comment on column desk_notice_units.seen_at is '确认收到的时间';
comment on column desk_notice_units.answer is '回执';
select platform_confine('desk_notice_units', 'select, insert, update');
