-- Points that people add to a result or take from it, each with its grounds: one person proposes, another decides.
create table appraisal_adjustments (
  county_code text not null,
  appraisal_id text not null,
  adjustment_id text not null,
  adjustment_no bigint generated always as identity,
  rule_id text not null,
  title text not null check (title <> ''),
  kind text not null check (kind in ('加分', '扣分')),
  points text not null,
  grounds text not null check (grounds <> ''),
  document text not null default '',
  papers text[] not null default '{}',
  side text not null check (side in ('unit', 'office')),
  proposed_by text not null,
  proposer_id text not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('proposed', 'accepted', 'refused')),
  decided_points text,
  decision text,
  decided_by text,
  decider_id text,
  decided_at timestamptz,
  org_path text not null,
  primary key (county_code, appraisal_id, adjustment_id),
  foreign key (county_code, appraisal_id) references appraisal_appraisals (county_code, appraisal_id),
  check (kind = '加分' or side = 'office'),
  check ((state = 'accepted') = (decided_points is not null)),
  check ((state = 'proposed') = (decided_at is null))
);
comment on table appraisal_adjustments is '评议的加分、扣分：一人提出，另一人决定';
comment on column appraisal_adjustments.county_code is '县级行政区划代码';
comment on column appraisal_adjustments.appraisal_id is '评议标识';
comment on column appraisal_adjustments.adjustment_id is '加分扣分标识';
comment on column appraisal_adjustments.adjustment_no is '提出的先后';
comment on column appraisal_adjustments.rule_id is '标准包里加分扣分种类的标识';
comment on column appraisal_adjustments.title is '种类名称（提出时）';
comment on column appraisal_adjustments.kind is '加分，扣分';
comment on column appraisal_adjustments.points is '提出的分数，精确值';
comment on column appraisal_adjustments.grounds is '事由';
comment on column appraisal_adjustments.document is '依据的文件：名称、文号';
comment on column appraisal_adjustments.papers is '佐证材料标识';
comment on column appraisal_adjustments.side is '谁提出：unit 被评单位申报，office 组织评议的单位';
comment on column appraisal_adjustments.proposed_by is '提出人姓名';
comment on column appraisal_adjustments.proposer_id is '提出人（人员标识）：本人不得决定';
comment on column appraisal_adjustments.proposed_at is '提出时间';
comment on column appraisal_adjustments.state is '状态：proposed 待决定，accepted 认可，refused 不认可';
comment on column appraisal_adjustments.decided_points is '认可的分数，精确值';
comment on column appraisal_adjustments.decision is '决定的理由';
comment on column appraisal_adjustments.decided_by is '决定人姓名';
comment on column appraisal_adjustments.decider_id is '决定人（人员标识）';
comment on column appraisal_adjustments.decided_at is '决定时间';
comment on column appraisal_adjustments.org_path is '被评单位在组织树中的路径';
select platform_confine('appraisal_adjustments', 'select, insert, update');
