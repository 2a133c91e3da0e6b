create table identity_people (
  county_code text not null,
  person_id text not null check (person_id <> ''),
  unit_id text not null,
  name text not null check (name <> ''),
  name_initials text not null default '',
  id_number_sealed text,
  id_number_index text,
  phone_sealed text,
  phone_index text,
  org_path text not null,
  primary key (county_code, person_id),
  foreign key (county_code, unit_id) references organizations_units (county_code, unit_id)
);
create unique index identity_people_by_id_number on identity_people (county_code, id_number_index);
create index identity_people_by_phone on identity_people (county_code, phone_index);
comment on table identity_people is '人员';
comment on column identity_people.county_code is '县级行政区划代码';
comment on column identity_people.person_id is '人员标识';
comment on column identity_people.unit_id is '人事关系所在单位';
comment on column identity_people.name is '姓名';
comment on column identity_people.name_initials is '姓名拼音首字母，供查找';
comment on column identity_people.id_number_sealed is '身份证件号码（加密，信封内含密钥版本）';
comment on column identity_people.id_number_index is '身份证件号码的带密钥索引，供查找';
comment on column identity_people.phone_sealed is '手机号码（加密，信封内含密钥版本）';
comment on column identity_people.phone_index is '手机号码的带密钥索引，供查找';
comment on column identity_people.org_path is '单位在组织树中的路径';

create table identity_accounts (
  county_code text not null,
  person_id text not null,
  login_name text not null check (login_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  status text not null check (status in ('waiting', 'active', 'disabled')),
  password_hash text,
  password_history text[] not null default '{}',
  password_set_at timestamptz,
  secret_hash text,
  secret_expires_at timestamptz,
  totp_sealed text,
  totp_last_step bigint,
  last_sign_in_at timestamptz,
  is_demo boolean not null default false,
  created_at timestamptz not null,
  org_path text not null,
  primary key (county_code, person_id),
  foreign key (county_code, person_id) references identity_people (county_code, person_id)
);
comment on table identity_accounts is '登录账号，每人至多一个';
comment on column identity_accounts.county_code is '县级行政区划代码';
comment on column identity_accounts.person_id is '人员标识';
comment on column identity_accounts.login_name is '登录名';
comment on column identity_accounts.status is '状态：waiting 待启用，active 在用，disabled 已停用';
comment on column identity_accounts.password_hash is '口令的加盐散列，含算法与参数';
comment on column identity_accounts.password_history is '以前口令的散列，防止重复使用';
comment on column identity_accounts.password_set_at is '口令设置时间';
comment on column identity_accounts.secret_hash is '一次性启用码的散列';
comment on column identity_accounts.secret_expires_at is '一次性启用码的失效时间';
comment on column identity_accounts.totp_sealed is '动态口令的种子（加密）；空为未启用';
comment on column identity_accounts.totp_last_step is '已用过的最后一个动态口令的时间步，防止重用';
comment on column identity_accounts.last_sign_in_at is '最近一次登录时间';
comment on column identity_accounts.is_demo is '示范县的演示账号，只能在本机演示时使用';
comment on column identity_accounts.created_at is '建立时间';
comment on column identity_accounts.org_path is '单位在组织树中的路径';

create table identity_login_names (
  login_name text not null primary key,
  county_code text not null,
  person_id text not null
);
comment on table identity_login_names is '登录名目录（参照表）：登录名全系统唯一，据此找到账号所在的县';
comment on column identity_login_names.login_name is '登录名';
comment on column identity_login_names.county_code is '县级行政区划代码';
comment on column identity_login_names.person_id is '人员标识';

create table identity_sign_in_failures (
  county_code text not null,
  person_id text not null,
  device text not null,
  failures integer not null check (failures >= 0),
  locked_until timestamptz,
  updated_at timestamptz not null,
  org_path text not null,
  primary key (county_code, person_id, device),
  foreign key (county_code, person_id) references identity_accounts (county_code, person_id)
);
comment on table identity_sign_in_failures is '连续登录失败的次数与锁定；认识的设备单独计数，不受别处猜口令的影响';
comment on column identity_sign_in_failures.county_code is '县级行政区划代码';
comment on column identity_sign_in_failures.person_id is '人员标识';
comment on column identity_sign_in_failures.device is '设备标识的散列；空文字为不认识的设备';
comment on column identity_sign_in_failures.failures is '连续失败次数';
comment on column identity_sign_in_failures.locked_until is '锁定到何时';
comment on column identity_sign_in_failures.updated_at is '更新时间';
comment on column identity_sign_in_failures.org_path is '单位在组织树中的路径';

create table identity_sessions (
  county_code text not null,
  session_hash text not null check (session_hash ~ '^[0-9a-f]{64}$'),
  person_id text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('signed_out', 'replaced', 'ended_by_administrator', 'expired', 'account_changed')),
  address text not null,
  browser text not null default '',
  org_path text not null,
  primary key (county_code, session_hash),
  foreign key (county_code, person_id) references identity_accounts (county_code, person_id)
);
create index identity_sessions_by_person on identity_sessions (county_code, person_id, started_at);
comment on table identity_sessions is '登录会话';
comment on column identity_sessions.county_code is '县级行政区划代码';
comment on column identity_sessions.session_hash is '会话令牌的 SHA-256；令牌本身不保存';
comment on column identity_sessions.person_id is '人员标识';
comment on column identity_sessions.started_at is '登录时间';
comment on column identity_sessions.seen_at is '最近活动时间';
comment on column identity_sessions.ended_at is '结束时间；空为未结束';
comment on column identity_sessions.end_reason is '结束方式：signed_out 退出，replaced 超过同时登录数，ended_by_administrator 管理员结束，expired 超时，account_changed 账号变动';
comment on column identity_sessions.address is '来源地址';
comment on column identity_sessions.browser is '浏览器';
comment on column identity_sessions.org_path is '单位在组织树中的路径';

create table identity_tenures (
  county_code text not null,
  tenure_id text not null check (tenure_id <> ''),
  post_id text not null,
  person_id text not null,
  kind text not null check (kind in ('holder', 'substitute')),
  since date not null,
  until date check (until > since),
  status text not null check (status in ('proposed', 'approved', 'rejected', 'withdrawn')),
  reason text not null default '',
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision_reason text not null default '',
  replaces_id text,
  org_path text not null,
  primary key (county_code, tenure_id),
  foreign key (county_code, post_id) references organizations_posts (county_code, post_id),
  foreign key (county_code, person_id) references identity_people (county_code, person_id),
  check (decided_by <> proposed_by)
);
create index identity_tenures_by_person on identity_tenures (county_code, person_id);
create index identity_tenures_by_post on identity_tenures (county_code, post_id);
comment on table identity_tenures is '任职：谁从何时到何时在哪个岗位，含代理';
comment on column identity_tenures.county_code is '县级行政区划代码';
comment on column identity_tenures.tenure_id is '任职标识';
comment on column identity_tenures.post_id is '岗位标识';
comment on column identity_tenures.person_id is '人员标识';
comment on column identity_tenures.kind is '方式：holder 任职，substitute 代理（请假期间）';
comment on column identity_tenures.since is '起始日期';
comment on column identity_tenures.until is '截止日期（不含当日）；空为至今';
comment on column identity_tenures.status is '状态：proposed 待复核，approved 已生效，rejected 未通过，withdrawn 已撤回';
comment on column identity_tenures.reason is '原因：任命、交接、请假代理';
comment on column identity_tenures.proposed_by is '提出人';
comment on column identity_tenures.proposed_at is '提出时间';
comment on column identity_tenures.decided_by is '复核人，不得与提出人相同';
comment on column identity_tenures.decided_at is '复核时间';
comment on column identity_tenures.decision_reason is '复核意见';
comment on column identity_tenures.replaces_id is '交接：由这次任职接替的任职，生效时同日结束';
comment on column identity_tenures.org_path is '岗位所在单位的组织路径';

create table identity_grants (
  county_code text not null,
  grant_id text not null check (grant_id <> ''),
  post_id text not null,
  role text not null check (role ~ '^[a-z][a-z_]{1,39}$'),
  scope_path text not null check (scope_path ~ '^[0-9]{2}/([0-9]{4}/)?([0-9]{6}/)?([A-Z][A-Z0-9]{0,31}/)*$'),
  since date not null,
  until date check (until > since),
  status text not null check (status in ('proposed', 'approved', 'rejected', 'withdrawn')),
  reason text not null default '',
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision_reason text not null default '',
  org_path text not null,
  primary key (county_code, grant_id),
  foreign key (county_code, post_id) references organizations_posts (county_code, post_id),
  check (decided_by <> proposed_by)
);
create index identity_grants_by_post on identity_grants (county_code, post_id);
comment on table identity_grants is '授权：岗位有什么角色，管到哪些单位';
comment on column identity_grants.county_code is '县级行政区划代码';
comment on column identity_grants.grant_id is '授权标识';
comment on column identity_grants.post_id is '岗位标识';
comment on column identity_grants.role is '角色';
comment on column identity_grants.scope_path is '范围：这条组织路径及以下的数据';
comment on column identity_grants.since is '起始日期';
comment on column identity_grants.until is '截止日期（不含当日）；空为至今';
comment on column identity_grants.status is '状态：proposed 待复核，approved 已生效，rejected 未通过，withdrawn 已撤回';
comment on column identity_grants.reason is '授权理由';
comment on column identity_grants.proposed_by is '提出人';
comment on column identity_grants.proposed_at is '提出时间';
comment on column identity_grants.decided_by is '复核人，不得与提出人相同';
comment on column identity_grants.decided_at is '复核时间';
comment on column identity_grants.decision_reason is '复核意见';
comment on column identity_grants.org_path is '岗位所在单位的组织路径';

create table identity_reveal_counts (
  county_code text not null,
  person_id text not null,
  day date not null,
  reveals integer not null check (reveals >= 0),
  org_path text not null,
  primary key (county_code, person_id, day)
);
comment on table identity_reveal_counts is '每人每天查看证件、电话原文的次数，到限额为止';
comment on column identity_reveal_counts.county_code is '县级行政区划代码';
comment on column identity_reveal_counts.person_id is '查看的人';
comment on column identity_reveal_counts.day is '日期';
comment on column identity_reveal_counts.reveals is '次数';
comment on column identity_reveal_counts.org_path is '查看的人所在单位的组织路径';

create table platform_settings (
  name text not null primary key check (name ~ '^[a-z][a-z_.]{1,59}$'),
  value jsonb not null,
  changed_at timestamptz not null
);
comment on table platform_settings is '系统设置（参照表）';
comment on column platform_settings.name is '设置项';
comment on column platform_settings.value is '设置值';
comment on column platform_settings.changed_at is '修改时间';

create table platform_keys (
  key_id text not null primary key,
  fingerprint text not null,
  created_at timestamptz not null
);
comment on table platform_keys is '密钥指纹（参照表）：密钥文件在数据目录之外，据此核对是否拿错';
comment on column platform_keys.key_id is '密钥版本';
comment on column platform_keys.fingerprint is '密钥的指纹，推不出密钥';
comment on column platform_keys.created_at is '登记时间';

select platform_confine('identity_people', 'select, insert, update');
select platform_confine('identity_accounts', 'select, insert, update');
select platform_confine('identity_sign_in_failures', 'select, insert, update, delete');
select platform_confine('identity_sessions', 'select, insert, update, delete');
select platform_confine('identity_reveal_counts', 'select, insert, update');
select platform_confine('identity_tenures', 'select, insert, update');
select platform_confine('identity_grants', 'select, insert, update');
select platform_share('identity_login_names', 'select, insert, delete');
select platform_share('platform_settings', 'select, insert, update');
select platform_share('platform_keys', 'select, insert');
