-- Somebody's work handed to a colleague of the same unit for some days: who, to whom, why, and whether it was taken back.
create table identity_delegations (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  delegation_id text not null,
  org_path text not null,
  giver_id text not null,
  giver_name text not null,
  delegate_id text not null,
  delegate_name text not null,
  since date not null,
  until date not null,
  reason text not null check (reason <> ''),
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (county_code, delegation_id),
  check (giver_id <> delegate_id),
  check (until > since)
);
create index identity_delegations_delegate on identity_delegations (county_code, delegate_id, until);
create index identity_delegations_giver on identity_delegations (county_code, giver_id, until);
comment on table identity_delegations is '代办授权：一个人把自己的待办交给本单位的同事代办几天，到期自动结束';
comment on column identity_delegations.county_code is '县级行政区划代码';
comment on column identity_delegations.delegation_id is '代办授权标识';
comment on column identity_delegations.org_path is '两人所在单位在组织树中的路径';
comment on column identity_delegations.giver_id is '授权人标识';
comment on column identity_delegations.giver_name is '授权人姓名';
comment on column identity_delegations.delegate_id is '代办人标识';
comment on column identity_delegations.delegate_name is '代办人姓名';
comment on column identity_delegations.since is '起始日期';
comment on column identity_delegations.until is '截止日期（不含当日）';
comment on column identity_delegations.reason is '原因：出差、休假等';
comment on column identity_delegations.made_at is '授权时间';
comment on column identity_delegations.withdrawn_at is '收回时间';
select platform_confine('identity_delegations', 'select, insert, update');
