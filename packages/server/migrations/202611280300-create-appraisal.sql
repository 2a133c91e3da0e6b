create table appraisal_appraisals (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  appraisal_id text not null,
  run_id text not null,
  rating_id text not null,
  subject text not null,
  subject_name text not null check (subject_name <> ''),
  pack_id text not null,
  pack_hash text not null,
  pack_title text not null,
  rating_title text not null,
  year integer not null check (year between 1949 and 2999),
  state text not null check (state in ('self_rating', 'self_reported', 'rating', 'concluded', 'publicity', 'appealed',
    'published', 'cancelled')),
  state_at timestamptz not null,
  state_by text not null,
  self_until date not null,
  rate_until date not null check (rate_until >= self_until),
  publicity_days integer not null check (publicity_days between 1 and 90),
  appeal_days integer not null check (appeal_days between 1 and 90),
  tolerance_percent text not null check (tolerance_percent ~ '^(100|[0-9]{1,2}([.][0-9]{1,2})?)$'),
  returned_until date,
  publicity_until date,
  appeal_until date,
  concluded_by text,
  version integer not null default 0 check (version >= 0),
  opened_by text not null,
  opened_at timestamptz not null,
  org_path text not null,
  primary key (county_code, appraisal_id),
  foreign key (pack_id, pack_hash) references packs_installed (pack_id, content_hash)
);
create unique index appraisal_appraisals_once on appraisal_appraisals (county_code, run_id, rating_id, subject)
  where state <> 'cancelled';
comment on table appraisal_appraisals is '评议：一次评估的一个评分定等，对一个单位由人自评、复评、定论';
comment on column appraisal_appraisals.county_code is '县级行政区划代码';
comment on column appraisal_appraisals.appraisal_id is '评议标识';
comment on column appraisal_appraisals.run_id is '计算值出自哪一次评估';
comment on column appraisal_appraisals.rating_id is '评分定等标识';
comment on column appraisal_appraisals.subject is '评价对象标识';
comment on column appraisal_appraisals.subject_name is '被评单位名称（开展时）';
comment on column appraisal_appraisals.pack_id is '标准包标识';
comment on column appraisal_appraisals.pack_hash is '标准包内容哈希，评议期间不变';
comment on column appraisal_appraisals.pack_title is '标准包名称';
comment on column appraisal_appraisals.rating_title is '评分定等名称';
comment on column appraisal_appraisals.year is '年度';
comment on column appraisal_appraisals.state is '状态：self_rating 自评中，self_reported 自评已报，rating 复评中，concluded 结论拟定，publicity 公示中，appealed 申诉处理，published 已发布，cancelled 已撤销';
comment on column appraisal_appraisals.state_at is '进入此状态的时间';
comment on column appraisal_appraisals.state_by is '办理人姓名';
comment on column appraisal_appraisals.self_until is '自评截止日期（含当日）';
comment on column appraisal_appraisals.rate_until is '复评截止日期（含当日）';
comment on column appraisal_appraisals.publicity_days is '公示天数（自然日）';
comment on column appraisal_appraisals.appeal_days is '公示起可以申诉的天数（自然日）';
comment on column appraisal_appraisals.tolerance_percent is '两位评委允许相差满分的百分之几';
comment on column appraisal_appraisals.returned_until is '退回自评的截止日期；空为没有退回';
comment on column appraisal_appraisals.publicity_until is '公示截止日期（含当日）';
comment on column appraisal_appraisals.appeal_until is '申诉截止日期（含当日）';
comment on column appraisal_appraisals.concluded_by is '拟定结论的人（人员标识）：本人不得处理申诉';
comment on column appraisal_appraisals.version is '现行结论是第几版；0 为还没有结论';
comment on column appraisal_appraisals.opened_by is '开展人姓名';
comment on column appraisal_appraisals.opened_at is '开展时间';
comment on column appraisal_appraisals.org_path is '被评单位在组织树中的路径';

create table appraisal_items (
  county_code text not null,
  appraisal_id text not null,
  item text not null,
  item_no integer not null,
  no text not null default '',
  title text not null,
  wording text not null default '',
  section text not null,
  section_title text not null,
  full_points text,
  levels text[] not null default '{}',
  level_points text[] not null default '{}',
  figure_id text not null,
  standard text not null default '',
  basis text not null default '',
  is_unverified boolean not null default false,
  responsible text[] not null default '{}',
  evidence_asked text[] not null default '{}',
  is_idle boolean not null default false,
  computed_shown text not null default '',
  computed_points text,
  computed_level text,
  self_points text,
  self_level text,
  self_grounds text not null default '',
  deviation_reason text not null default '',
  self_by text,
  self_at timestamptz,
  return_reason text,
  is_return_open boolean not null default false,
  org_path text not null,
  primary key (county_code, appraisal_id, item),
  foreign key (county_code, appraisal_id) references appraisal_appraisals (county_code, appraisal_id)
);
comment on table appraisal_items is '评议的项目：标准包里计分的项目，连同开展时的计算值和现在的自评';
comment on column appraisal_items.county_code is '县级行政区划代码';
comment on column appraisal_items.appraisal_id is '评议标识';
comment on column appraisal_items.item is '指标标识';
comment on column appraisal_items.item_no is '次序，从 1 起';
comment on column appraisal_items.no is '官方编号';
comment on column appraisal_items.title is '名称';
comment on column appraisal_items.wording is '条目原文';
comment on column appraisal_items.section is '所在板块标识';
comment on column appraisal_items.section_title is '所在板块名称';
comment on column appraisal_items.full_points is '满分，精确值；空为不计分';
comment on column appraisal_items.levels is '等级，从高到低；空为按分数评';
comment on column appraisal_items.level_points is '各等级的分数，精确值，与等级一一对应';
comment on column appraisal_items.figure_id is '计算值的数字标识';
comment on column appraisal_items.standard is '适用的标准';
comment on column appraisal_items.basis is '依据';
comment on column appraisal_items.is_unverified is '标准或分值没有核实过原文';
comment on column appraisal_items.responsible is '责任单位';
comment on column appraisal_items.evidence_asked is '应附的佐证材料';
comment on column appraisal_items.is_idle is '按数据不适用，不评';
comment on column appraisal_items.computed_shown is '计算值（显示）';
comment on column appraisal_items.computed_points is '计算得分，精确值；空为算不出';
comment on column appraisal_items.computed_level is '计算等级；空为算不出';
comment on column appraisal_items.self_points is '自评得分，精确值';
comment on column appraisal_items.self_level is '自评等级';
comment on column appraisal_items.self_grounds is '自评依据';
comment on column appraisal_items.deviation_reason is '自评与计算值不同的原因';
comment on column appraisal_items.self_by is '自评人姓名';
comment on column appraisal_items.self_at is '自评时间';
comment on column appraisal_items.return_reason is '最近一次退回的原因';
comment on column appraisal_items.is_return_open is '退回后还没有改动或确认';
comment on column appraisal_items.org_path is '被评单位在组织树中的路径';

create table appraisal_evidence (
  county_code text not null,
  appraisal_id text not null,
  item text not null,
  evidence_no integer not null check (evidence_no >= 1),
  name text not null check (name <> ''),
  reference text not null default '',
  link text,
  added_by text not null,
  added_at timestamptz not null,
  org_path text not null,
  primary key (county_code, appraisal_id, item, evidence_no),
  foreign key (county_code, appraisal_id, item) references appraisal_items (county_code, appraisal_id, item)
);
comment on table appraisal_evidence is '自评的佐证材料目录';
comment on column appraisal_evidence.county_code is '县级行政区划代码';
comment on column appraisal_evidence.appraisal_id is '评议标识';
comment on column appraisal_evidence.item is '指标标识';
comment on column appraisal_evidence.evidence_no is '次序，从 1 起';
comment on column appraisal_evidence.name is '材料名称';
comment on column appraisal_evidence.reference is '文号、日期或档案号';
comment on column appraisal_evidence.link is '材料所在：网址、档案盒号';
comment on column appraisal_evidence.added_by is '填写人姓名';
comment on column appraisal_evidence.added_at is '填写时间';
comment on column appraisal_evidence.org_path is '被评单位在组织树中的路径';

create table appraisal_assignments (
  county_code text not null,
  appraisal_id text not null,
  section text not null,
  seat integer not null check (seat between 1 and 3),
  person_id text not null,
  person_name text not null,
  unit_name text not null default '',
  assigned_by text not null,
  assigned_at timestamptz not null,
  handed_in_at timestamptz,
  org_path text not null,
  primary key (county_code, appraisal_id, section, seat),
  foreign key (county_code, appraisal_id) references appraisal_appraisals (county_code, appraisal_id)
);
comment on table appraisal_assignments is '评委安排：一个板块两位互不可见的评委，分歧大的由第三位复核';
comment on column appraisal_assignments.county_code is '县级行政区划代码';
comment on column appraisal_assignments.appraisal_id is '评议标识';
comment on column appraisal_assignments.section is '板块标识';
comment on column appraisal_assignments.seat is '席位：1 评委一，2 评委二，3 复核评委';
comment on column appraisal_assignments.person_id is '评委（人员标识）';
comment on column appraisal_assignments.person_name is '评委姓名';
comment on column appraisal_assignments.unit_name is '评委所在单位';
comment on column appraisal_assignments.assigned_by is '安排人姓名';
comment on column appraisal_assignments.assigned_at is '安排时间';
comment on column appraisal_assignments.handed_in_at is '提交时间；空为没有提交';
comment on column appraisal_assignments.org_path is '被评单位在组织树中的路径';

create table appraisal_opinions (
  county_code text not null,
  appraisal_id text not null,
  opinion_id text not null,
  item text not null,
  seat integer not null check (seat between 1 and 3),
  person_id text not null,
  person_name text not null,
  points text,
  level text,
  grounds text not null default '',
  opined_at timestamptz not null,
  replaced_at timestamptz,
  org_path text not null,
  primary key (county_code, appraisal_id, opinion_id),
  foreign key (county_code, appraisal_id, item) references appraisal_items (county_code, appraisal_id, item)
);
create unique index appraisal_opinions_one on appraisal_opinions (county_code, appraisal_id, item, seat)
  where replaced_at is null;
comment on table appraisal_opinions is '评委的评分：改动另立一条，旧的保留';
comment on column appraisal_opinions.county_code is '县级行政区划代码';
comment on column appraisal_opinions.appraisal_id is '评议标识';
comment on column appraisal_opinions.opinion_id is '评分标识';
comment on column appraisal_opinions.item is '指标标识';
comment on column appraisal_opinions.seat is '席位：1 评委一，2 评委二，3 复核评委';
comment on column appraisal_opinions.person_id is '评委（人员标识）';
comment on column appraisal_opinions.person_name is '评委姓名';
comment on column appraisal_opinions.points is '评分，精确值';
comment on column appraisal_opinions.level is '评定等级';
comment on column appraisal_opinions.grounds is '评分理由';
comment on column appraisal_opinions.opined_at is '评分时间';
comment on column appraisal_opinions.replaced_at is '被改动、或因退回自评而作废的时间；空为现行';
comment on column appraisal_opinions.org_path is '被评单位在组织树中的路径';

create table appraisal_results (
  county_code text not null,
  appraisal_id text not null,
  version integer not null check (version >= 1),
  kind text not null check (kind in ('conclusion', 'appeal')),
  points text,
  grade text,
  rated jsonb not null,
  reason text not null default '',
  made_by text not null,
  made_at timestamptz not null,
  org_path text not null,
  primary key (county_code, appraisal_id, version),
  foreign key (county_code, appraisal_id) references appraisal_appraisals (county_code, appraisal_id)
);
comment on table appraisal_results is '评议结论的各版：只追加，改变结论另立新版';
comment on column appraisal_results.county_code is '县级行政区划代码';
comment on column appraisal_results.appraisal_id is '评议标识';
comment on column appraisal_results.version is '第几版';
comment on column appraisal_results.kind is '由来：conclusion 拟定结论，appeal 申诉后改变';
comment on column appraisal_results.points is '得分，精确值；空为还算不出';
comment on column appraisal_results.grade is '等次；空为还定不下';
comment on column appraisal_results.rated is '得分、等次、各板块各项目和起作用的事项';
comment on column appraisal_results.reason is '说明';
comment on column appraisal_results.made_by is '办理人姓名';
comment on column appraisal_results.made_at is '办理时间';
comment on column appraisal_results.org_path is '被评单位在组织树中的路径';

create table appraisal_result_items (
  county_code text not null,
  appraisal_id text not null,
  version integer not null,
  item text not null,
  points text,
  level text,
  org_path text not null,
  primary key (county_code, appraisal_id, version, item),
  foreign key (county_code, appraisal_id, version) references appraisal_results (county_code, appraisal_id, version)
);
comment on table appraisal_result_items is '每一版结论认定的各项：只追加';
comment on column appraisal_result_items.county_code is '县级行政区划代码';
comment on column appraisal_result_items.appraisal_id is '评议标识';
comment on column appraisal_result_items.version is '第几版结论';
comment on column appraisal_result_items.item is '指标标识';
comment on column appraisal_result_items.points is '认定得分，精确值';
comment on column appraisal_result_items.level is '认定等级';
comment on column appraisal_result_items.org_path is '被评单位在组织树中的路径';

create table appraisal_publications (
  county_code text not null,
  appraisal_id text not null,
  publication_no bigint generated always as identity,
  kind text not null check (kind in ('announce', 'publish')),
  version integer not null,
  document_no text not null check (document_no <> ''),
  dated_on date not null,
  text text not null check (text <> ''),
  until date,
  published_by text not null,
  published_at timestamptz not null,
  org_path text not null,
  primary key (county_code, appraisal_id, publication_no),
  foreign key (county_code, appraisal_id, version) references appraisal_results (county_code, appraisal_id, version)
);
comment on table appraisal_publications is '公示与发布：只追加';
comment on column appraisal_publications.county_code is '县级行政区划代码';
comment on column appraisal_publications.appraisal_id is '评议标识';
comment on column appraisal_publications.publication_no is '序号';
comment on column appraisal_publications.kind is '种类：announce 公示，publish 发布';
comment on column appraisal_publications.version is '公示或发布的是第几版结论';
comment on column appraisal_publications.document_no is '文号';
comment on column appraisal_publications.dated_on is '成文日期';
comment on column appraisal_publications.text is '公示或发布的正文';
comment on column appraisal_publications.until is '公示截止日期（含当日）；发布的为空';
comment on column appraisal_publications.published_by is '办理人姓名';
comment on column appraisal_publications.published_at is '办理时间';
comment on column appraisal_publications.org_path is '被评单位在组织树中的路径';

create table appraisal_appeals (
  county_code text not null,
  appraisal_id text not null,
  appeal_id text not null,
  items text[] not null default '{}',
  grounds text not null check (grounds <> ''),
  appealed_by text not null,
  appealed_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'kept', 'changed')),
  decision text,
  decided_by text,
  decided_at timestamptz,
  version integer,
  org_path text not null,
  primary key (county_code, appraisal_id, appeal_id),
  foreign key (county_code, appraisal_id) references appraisal_appraisals (county_code, appraisal_id)
);
comment on table appraisal_appeals is '申诉及处理';
comment on column appraisal_appeals.county_code is '县级行政区划代码';
comment on column appraisal_appeals.appraisal_id is '评议标识';
comment on column appraisal_appeals.appeal_id is '申诉标识';
comment on column appraisal_appeals.items is '对哪些项目有异议；空为对整个结论';
comment on column appraisal_appeals.grounds is '申诉理由';
comment on column appraisal_appeals.appealed_by is '申诉人姓名';
comment on column appraisal_appeals.appealed_at is '申诉时间';
comment on column appraisal_appeals.status is '状态：waiting 待处理，kept 维持原结论，changed 改变结论';
comment on column appraisal_appeals.decision is '处理决定和理由';
comment on column appraisal_appeals.decided_by is '处理人姓名';
comment on column appraisal_appeals.decided_at is '处理时间';
comment on column appraisal_appeals.version is '处理后现行的是第几版结论';
comment on column appraisal_appeals.org_path is '被评单位在组织树中的路径';

create table appraisal_events (
  county_code text not null,
  appraisal_id text not null,
  event_no bigint generated always as identity,
  action text not null check (action ~ '^[a-z_]+$'),
  state text not null,
  actor_id text not null,
  actor_name text not null,
  occurred_at timestamptz not null,
  reason text not null default '',
  says text not null default '',
  is_confidential boolean not null default false,
  org_path text not null,
  primary key (county_code, appraisal_id, event_no)
);
comment on table appraisal_events is '评议的经过：只追加';
comment on column appraisal_events.county_code is '县级行政区划代码';
comment on column appraisal_events.appraisal_id is '评议标识';
comment on column appraisal_events.event_no is '序号';
comment on column appraisal_events.action is '做了什么';
comment on column appraisal_events.state is '此后的状态';
comment on column appraisal_events.actor_id is '办理人（人员标识）';
comment on column appraisal_events.actor_name is '办理人姓名';
comment on column appraisal_events.occurred_at is '时间';
comment on column appraisal_events.reason is '原因';
comment on column appraisal_events.says is '说明';
comment on column appraisal_events.is_confidential is '涉及评委，被评单位不可见';
comment on column appraisal_events.org_path is '被评单位在组织树中的路径';

select platform_confine('appraisal_appraisals', 'select, insert, update');
select platform_confine('appraisal_items', 'select, insert, update');
select platform_confine('appraisal_evidence', 'select, insert, delete');
select platform_confine('appraisal_assignments', 'select, insert, update, delete');
select platform_confine('appraisal_opinions', 'select, insert, update');
select platform_confine('appraisal_results', 'select, insert');
select platform_confine('appraisal_result_items', 'select, insert');
select platform_confine('appraisal_publications', 'select, insert');
select platform_confine('appraisal_appeals', 'select, insert, update');
select platform_confine('appraisal_events', 'select, insert');
