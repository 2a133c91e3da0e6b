create table audit_chains (
  county_code text not null primary key check (county_code ~ '^[0-9]{6}$'),
  chain_id text not null,
  head_no bigint not null check (head_no >= 0),
  head_mac text not null,
  org_path text not null
);
comment on table audit_chains is '审计链的链首：每个县一条链，追加时锁住此行';
comment on column audit_chains.county_code is '县级行政区划代码';
comment on column audit_chains.chain_id is '链的标识，参与第一条的鉴别码';
comment on column audit_chains.head_no is '最后一条的序号';
comment on column audit_chains.head_mac is '最后一条的鉴别码';
comment on column audit_chains.org_path is '单位在组织树中的路径';

create table audit_events (
  county_code text not null,
  event_no bigint not null check (event_no >= 1),
  occurred_at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  address text not null default '',
  request_id text not null default '',
  action text not null check (action ~ '^[a-z_]+\.[a-z_]+$'),
  subject text not null default '',
  result text not null check (result in ('done', 'denied', 'failed')),
  reason text not null default '',
  detail text not null default '{}' check (left(detail, 1) = '{'),
  key_id text not null,
  mac text not null check (mac ~ '^[0-9a-f]{64}$'),
  org_path text not null,
  primary key (county_code, event_no)
);
create index audit_events_by_time on audit_events (occurred_at, county_code, event_no);
create index audit_events_by_actor on audit_events (county_code, actor_id, occurred_at);
comment on table audit_events is '审计记录：只追加；每条的鉴别码含上一条的鉴别码，密钥不在数据库里';
comment on column audit_events.county_code is '县级行政区划代码';
comment on column audit_events.event_no is '序号，从 1 起，不间断';
comment on column audit_events.occurred_at is '时间';
comment on column audit_events.actor_id is '操作人标识；system 为系统';
comment on column audit_events.actor_name is '操作人姓名（当时）';
comment on column audit_events.address is '来源地址';
comment on column audit_events.request_id is '请求标识';
comment on column audit_events.action is '动作，如 identity.sign_in';
comment on column audit_events.subject is '对象';
comment on column audit_events.result is '结果：done 完成，denied 拒绝，failed 失败';
comment on column audit_events.reason is '理由或拒绝原因';
comment on column audit_events.detail is '补充内容（JSON 文本，原样参与鉴别码），不含口令与证件号码';
comment on column audit_events.key_id is '鉴别码所用密钥的版本；带 +sm3 的为 HMAC-SM3，其余为 HMAC-SHA-256';
comment on column audit_events.mac is '鉴别码';
comment on column audit_events.org_path is '所涉单位的组织路径';

select platform_confine('audit_chains', 'select, insert, update');
select platform_confine('audit_events', 'select, insert');
-- Nobody needs to change or remove what is in the log: not backup, moving or repairs either.
revoke update, delete on audit_events from eduduty_maintainer;
