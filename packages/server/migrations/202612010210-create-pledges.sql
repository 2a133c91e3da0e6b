-- Pledges: what a unit promises its superior to do in a year, as it was signed.
create table duties_pledges (
  county_code text not null,
  pledge_id text not null,
  org_path text not null,
  plan_id text not null,
  issuer_path text not null,
  issuer_name text not null,
  level text not null check (level in ('部门', '乡镇', '村', '学校')),
  party_id text not null,
  party_name text not null,
  pledge_no integer not null check (pledge_no >= 1),
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('made', 'signed', 'void')),
  made_by text not null,
  made_at timestamptz not null,
  signed_on date,
  signed_by text not null default '',
  copy_no text not null default '',
  primary key (county_code, pledge_id),
  foreign key (county_code, plan_id) references duties_plans (county_code, plan_id),
  check ((state = 'signed') <= (signed_on is not null))
);
create unique index duties_pledges_number on duties_pledges (county_code, plan_id, pledge_no);
create unique index duties_pledges_once on duties_pledges (county_code, plan_id, party_id) where state <> 'void';
comment on table duties_pledges is '责任书：一方按年度任务向上一级作出的书面责任，内容照生成时保存';
comment on column duties_pledges.county_code is '县级行政区划代码';
comment on column duties_pledges.pledge_id is '责任书标识';
comment on column duties_pledges.org_path is '责任方在组织树中的路径；村（社区）为所在乡镇的路径';
comment on column duties_pledges.plan_id is '属于哪份任务分解';
comment on column duties_pledges.issuer_path is '签发方在组织树中的路径';
comment on column duties_pledges.issuer_name is '签发方名称';
comment on column duties_pledges.level is '责任方的层级';
comment on column duties_pledges.party_id is '责任方：单位标识，村（社区）为统计用区划代码';
comment on column duties_pledges.party_name is '责任方名称（生成时）';
comment on column duties_pledges.pledge_no is '本年第几份，从 1 起';
comment on column duties_pledges.content is '责任书的内容：开头、各项任务、结尾';
comment on column duties_pledges.content_hash is '内容的摘要：任务或文字变了就与它不同';
comment on column duties_pledges.state is '状态：made 已生成，signed 已签订，void 作废';
comment on column duties_pledges.made_by is '生成人姓名';
comment on column duties_pledges.made_at is '生成时间';
comment on column duties_pledges.signed_on is '签订日期';
comment on column duties_pledges.signed_by is '责任方签字人';
comment on column duties_pledges.copy_no is '留存本的编号';
select platform_confine('duties_pledges', 'select, insert, update');

create table duties_pledge_reminders (
  county_code text not null,
  reminder_id text not null,
  org_path text not null,
  plan_id text not null,
  party_id text not null,
  party_name text not null,
  message text not null,
  reminded_by text not null,
  reminded_at timestamptz not null,
  primary key (county_code, reminder_id)
);
create index duties_pledge_reminders_party on duties_pledge_reminders (county_code, plan_id, party_id);
comment on table duties_pledge_reminders is '催签责任书的提醒，只追加';
comment on column duties_pledge_reminders.county_code is '县级行政区划代码';
comment on column duties_pledge_reminders.reminder_id is '提醒标识';
comment on column duties_pledge_reminders.org_path is '提醒谁：单位在组织树中的路径；村（社区）为所在乡镇的路径';
comment on column duties_pledge_reminders.plan_id is '属于哪份任务分解';
comment on column duties_pledge_reminders.party_id is '责任方';
comment on column duties_pledge_reminders.party_name is '责任方名称';
comment on column duties_pledge_reminders.message is '提醒的话';
comment on column duties_pledge_reminders.reminded_by is '提醒人姓名';
comment on column duties_pledge_reminders.reminded_at is '提醒时间';
select platform_confine('duties_pledge_reminders', 'select, insert');
select platform_carry('duties_pledge_reminders');

alter table duties_plans add column pledge_title text;
alter table duties_plans add column pledge_preamble text;
alter table duties_plans add column pledge_closing text;
comment on column duties_plans.pledge_title is '责任书的名称；空为标准包里的';
comment on column duties_plans.pledge_preamble is '责任书的开头；空为标准包里的';
comment on column duties_plans.pledge_closing is '责任书的结尾；空为标准包里的';
