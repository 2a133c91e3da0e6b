-- What followed from a result; a mistake is struck out and stays to be seen.
create table appraisal_outcomes (
  county_code text not null,
  outcome_id text not null,
  appraisal_id text not null,
  org_path text not null,
  kind text not null check (kind in ('commended', 'honoured', 'rewarded', 'talked_to', 'to_rectify', 'criticised', 'cut',
    'barred', 'other')),
  amount numeric(12, 2) check (amount >= 0),
  due_on date,
  dated_on date not null,
  document_no text not null check (document_no <> ''),
  grounds text not null check (grounds <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (county_code, outcome_id),
  foreign key (county_code, appraisal_id) references appraisal_appraisals (county_code, appraisal_id)
);
create index appraisal_outcomes_appraisal on appraisal_outcomes (county_code, appraisal_id);
comment on table appraisal_outcomes is '考核结果运用：只追加，登记错的划去';
comment on column appraisal_outcomes.county_code is '县级行政区划代码';
comment on column appraisal_outcomes.outcome_id is '结果运用标识';
comment on column appraisal_outcomes.appraisal_id is '评议标识';
comment on column appraisal_outcomes.org_path is '被评单位在组织树中的路径';
comment on column appraisal_outcomes.kind is '种类：commended 通报表扬，honoured 表彰，rewarded 奖励，talked_to 约谈，to_rectify 限期整改，criticised 通报批评，cut 扣减奖励或经费，barred 取消评优资格，other 其他';
comment on column appraisal_outcomes.amount is '金额（元）；不涉及钱的为空';
comment on column appraisal_outcomes.due_on is '整改期限（含当日）；没有的为空';
comment on column appraisal_outcomes.dated_on is '日期';
comment on column appraisal_outcomes.document_no is '文号';
comment on column appraisal_outcomes.grounds is '事由';
comment on column appraisal_outcomes.recorded_by is '登记人姓名';
comment on column appraisal_outcomes.recorded_at is '登记时间';
select platform_confine('appraisal_outcomes', 'select, insert');
select platform_carry('appraisal_outcomes');

create table appraisal_outcome_strikes (
  county_code text not null,
  outcome_id text not null,
  org_path text not null,
  reason text not null check (reason <> ''),
  struck_by text not null,
  struck_at timestamptz not null,
  primary key (county_code, outcome_id),
  foreign key (county_code, outcome_id) references appraisal_outcomes (county_code, outcome_id)
);
comment on table appraisal_outcome_strikes is '划去的结果运用：只追加';
comment on column appraisal_outcome_strikes.county_code is '县级行政区划代码';
comment on column appraisal_outcome_strikes.outcome_id is '结果运用标识';
comment on column appraisal_outcome_strikes.org_path is '被评单位在组织树中的路径';
comment on column appraisal_outcome_strikes.reason is '划去的原因';
comment on column appraisal_outcome_strikes.struck_by is '划去的人姓名';
comment on column appraisal_outcome_strikes.struck_at is '划去时间';
select platform_confine('appraisal_outcome_strikes', 'select, insert');
select platform_carry('appraisal_outcome_strikes');
