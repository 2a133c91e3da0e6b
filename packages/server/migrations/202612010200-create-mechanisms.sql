-- How a government deals with education through the year: meetings and what became of their decisions, bodies, promises,
-- proposals, contact schools. Records of casework; what was entered by mistake is struck out, with the reason.
create table duties_meetings (
  county_code text not null,
  meeting_id text not null,
  org_path text not null,
  unit_id text not null,
  unit_name text not null,
  kind text not null check (kind in ('党委会', '政府常务会', '专题会', '督导委员会会议', '联席会议')),
  title text not null check (title <> ''),
  held_on date not null,
  chair text not null default '',
  topics text[] not null check (cardinality(topics) > 0),
  document text not null default '',
  struck text not null default '',
  made_by text not null,
  made_at timestamptz not null,
  primary key (county_code, meeting_id)
);
create index duties_meetings_held on duties_meetings (county_code, held_on);
comment on table duties_meetings is '研究教育工作的会议';
comment on column duties_meetings.county_code is '县级行政区划代码';
comment on column duties_meetings.meeting_id is '会议标识';
comment on column duties_meetings.org_path is '谁的会议：单位在组织树中的路径';
comment on column duties_meetings.unit_id is '单位标识';
comment on column duties_meetings.unit_name is '单位名称（登记时）';
comment on column duties_meetings.kind is '种类';
comment on column duties_meetings.title is '会议名称';
comment on column duties_meetings.held_on is '召开日期';
comment on column duties_meetings.chair is '主持人';
comment on column duties_meetings.topics is '教育方面的议题';
comment on column duties_meetings.document is '会议纪要的文号';
comment on column duties_meetings.struck is '作废的原因；空为有效';
comment on column duties_meetings.made_by is '登记人姓名';
comment on column duties_meetings.made_at is '登记时间';
select platform_confine('duties_meetings', 'select, insert, update');

create table duties_decisions (
  county_code text not null,
  decision_id text not null,
  org_path text not null,
  meeting_id text not null,
  decision_no integer not null check (decision_no >= 1),
  text text not null check (text <> ''),
  unit_id text,
  unit_name text not null default '',
  due_on date,
  says text not null default '',
  settled_on date,
  primary key (county_code, decision_id),
  foreign key (county_code, meeting_id) references duties_meetings (county_code, meeting_id)
);
create unique index duties_decisions_once on duties_decisions (county_code, meeting_id, decision_no);
comment on table duties_decisions is '会议的决定，和后来怎样';
comment on column duties_decisions.county_code is '县级行政区划代码';
comment on column duties_decisions.decision_id is '决定标识';
comment on column duties_decisions.org_path is '谁的会议：单位在组织树中的路径';
comment on column duties_decisions.meeting_id is '会议标识';
comment on column duties_decisions.decision_no is '次序，从 1 起';
comment on column duties_decisions.text is '决定的内容';
comment on column duties_decisions.unit_id is '承办单位标识';
comment on column duties_decisions.unit_name is '承办单位名称';
comment on column duties_decisions.due_on is '要求完成的日期';
comment on column duties_decisions.says is '落实情况，没有建任务的才写';
comment on column duties_decisions.settled_on is '落实的日期，没有建任务的才写';
select platform_confine('duties_decisions', 'select, insert, update');

create table duties_bodies (
  county_code text not null,
  body_id text not null,
  org_path text not null,
  unit_id text not null,
  unit_name text not null,
  kind text not null check (kind in ('领导小组', '教育督导委员会', '联席会议', '专班')),
  title text not null check (title <> ''),
  document text not null default '',
  office text not null default '',
  founded_on date not null,
  dissolved_on date,
  struck text not null default '',
  made_by text not null,
  made_at timestamptz not null,
  primary key (county_code, body_id)
);
comment on table duties_bodies is '领导小组、教育督导委员会等议事协调机构';
comment on column duties_bodies.county_code is '县级行政区划代码';
comment on column duties_bodies.body_id is '机构标识';
comment on column duties_bodies.org_path is '谁设立的：单位在组织树中的路径';
comment on column duties_bodies.unit_id is '单位标识';
comment on column duties_bodies.unit_name is '单位名称（登记时）';
comment on column duties_bodies.kind is '种类';
comment on column duties_bodies.title is '名称';
comment on column duties_bodies.document is '成立文件与文号';
comment on column duties_bodies.office is '办公室设在哪里';
comment on column duties_bodies.founded_on is '成立日期';
comment on column duties_bodies.dissolved_on is '撤销日期；空为在运行';
comment on column duties_bodies.struck is '作废的原因；空为有效';
comment on column duties_bodies.made_by is '登记人姓名';
comment on column duties_bodies.made_at is '登记时间';
select platform_confine('duties_bodies', 'select, insert, update');

create table duties_members (
  county_code text not null,
  body_id text not null,
  member_no integer not null check (member_no >= 1),
  org_path text not null,
  name text not null check (name <> ''),
  post text not null default '',
  role text not null check (role in ('组长', '主任', '副组长', '副主任', '成员', '办公室主任')),
  since date not null,
  until date,
  primary key (county_code, body_id, member_no),
  foreign key (county_code, body_id) references duties_bodies (county_code, body_id)
);
comment on table duties_members is '议事协调机构的组成人员：职务、在机构里的身份、起止';
comment on column duties_members.county_code is '县级行政区划代码';
comment on column duties_members.body_id is '机构标识';
comment on column duties_members.member_no is '次序，从 1 起';
comment on column duties_members.org_path is '谁设立的机构：单位在组织树中的路径';
comment on column duties_members.name is '姓名';
comment on column duties_members.post is '单位与职务';
comment on column duties_members.role is '在机构里的身份';
comment on column duties_members.since is '从哪天起';
comment on column duties_members.until is '到哪天止（不含当日）；空为在任';
select platform_confine('duties_members', 'select, insert, update');

create table duties_promises (
  county_code text not null,
  promise_id text not null,
  org_path text not null,
  unit_id text not null,
  unit_name text not null,
  kind text not null check (kind in ('年度重点工作', '民生实事', '公开承诺')),
  year integer not null check (year between 2000 and 2999),
  title text not null check (title <> ''),
  source text not null default '',
  made_on date not null,
  due_on date,
  lead_id text,
  lead_name text not null default '',
  says text not null default '',
  settled_on date,
  struck text not null default '',
  made_by text not null,
  made_at timestamptz not null,
  primary key (county_code, promise_id)
);
create index duties_promises_year on duties_promises (county_code, year);
comment on table duties_promises is '年度重点工作、民生实事和公开承诺里的教育事项';
comment on column duties_promises.county_code is '县级行政区划代码';
comment on column duties_promises.promise_id is '事项标识';
comment on column duties_promises.org_path is '谁的事项：单位在组织树中的路径';
comment on column duties_promises.unit_id is '单位标识';
comment on column duties_promises.unit_name is '单位名称（登记时）';
comment on column duties_promises.kind is '种类';
comment on column duties_promises.year is '年度';
comment on column duties_promises.title is '事项';
comment on column duties_promises.source is '出处：文件与文号、报告';
comment on column duties_promises.made_on is '列入或公布的日期';
comment on column duties_promises.due_on is '要求完成的日期';
comment on column duties_promises.lead_id is '承办单位标识';
comment on column duties_promises.lead_name is '承办单位名称';
comment on column duties_promises.says is '兑现情况，没有建任务的才写';
comment on column duties_promises.settled_on is '兑现的日期，没有建任务的才写';
comment on column duties_promises.struck is '作废的原因；空为有效';
comment on column duties_promises.made_by is '登记人姓名';
comment on column duties_promises.made_at is '登记时间';
select platform_confine('duties_promises', 'select, insert, update');

create table duties_proposals (
  county_code text not null,
  proposal_id text not null,
  org_path text not null,
  unit_id text not null,
  unit_name text not null,
  kind text not null check (kind in ('代表建议', '政协提案', '人大视察', '人大审议', '政协视察')),
  no text not null default '',
  title text not null check (title <> ''),
  raised_by text not null default '',
  received_on date not null,
  lead_id text,
  lead_name text not null default '',
  clock_id text,
  answered_on date,
  answer text not null default '',
  satisfaction text not null default '' check (satisfaction in ('', '满意', '基本满意', '不满意')),
  struck text not null default '',
  made_by text not null,
  made_at timestamptz not null,
  primary key (county_code, proposal_id)
);
create index duties_proposals_received on duties_proposals (county_code, received_on);
comment on table duties_proposals is '人大代表建议、政协提案、视察和审议意见，和答复';
comment on column duties_proposals.county_code is '县级行政区划代码';
comment on column duties_proposals.proposal_id is '标识';
comment on column duties_proposals.org_path is '谁要答复：单位在组织树中的路径';
comment on column duties_proposals.unit_id is '单位标识';
comment on column duties_proposals.unit_name is '单位名称（登记时）';
comment on column duties_proposals.kind is '种类';
comment on column duties_proposals.no is '编号';
comment on column duties_proposals.title is '案由或主题';
comment on column duties_proposals.raised_by is '提出人';
comment on column duties_proposals.received_on is '交办或收到的日期';
comment on column duties_proposals.lead_id is '承办单位标识';
comment on column duties_proposals.lead_name is '承办单位名称';
comment on column duties_proposals.clock_id is '答复期限的计时';
comment on column duties_proposals.answered_on is '答复日期';
comment on column duties_proposals.answer is '答复的文号和要点';
comment on column duties_proposals.satisfaction is '提出人的意见';
comment on column duties_proposals.struck is '作废的原因；空为有效';
comment on column duties_proposals.made_by is '登记人姓名';
comment on column duties_proposals.made_at is '登记时间';
select platform_confine('duties_proposals', 'select, insert, update');

create table duties_contacts (
  county_code text not null,
  contact_id text not null,
  org_path text not null,
  unit_id text not null,
  unit_name text not null,
  name text not null check (name <> ''),
  post text not null default '',
  school_id text not null,
  school_name text not null,
  since date not null,
  until date,
  struck text not null default '',
  made_by text not null,
  made_at timestamptz not null,
  primary key (county_code, contact_id)
);
comment on table duties_contacts is '领导干部的联系学校';
comment on column duties_contacts.county_code is '县级行政区划代码';
comment on column duties_contacts.contact_id is '标识';
comment on column duties_contacts.org_path is '领导干部的单位在组织树中的路径';
comment on column duties_contacts.unit_id is '单位标识';
comment on column duties_contacts.unit_name is '单位名称（登记时）';
comment on column duties_contacts.name is '领导干部姓名';
comment on column duties_contacts.post is '职务';
comment on column duties_contacts.school_id is '联系的学校标识';
comment on column duties_contacts.school_name is '联系的学校名称';
comment on column duties_contacts.since is '从哪天起';
comment on column duties_contacts.until is '到哪天止（不含当日）；空为仍在联系';
comment on column duties_contacts.struck is '作废的原因；空为有效';
comment on column duties_contacts.made_by is '登记人姓名';
comment on column duties_contacts.made_at is '登记时间';
select platform_confine('duties_contacts', 'select, insert, update');

create table duties_visits (
  county_code text not null,
  contact_id text not null,
  visit_no integer not null check (visit_no >= 1),
  org_path text not null,
  kind text not null check (kind in ('到校', '讲课')),
  on_day date not null,
  topic text not null default '',
  primary key (county_code, contact_id, visit_no),
  foreign key (county_code, contact_id) references duties_contacts (county_code, contact_id)
);
comment on table duties_visits is '领导干部到联系学校、讲课的记录';
comment on column duties_visits.county_code is '县级行政区划代码';
comment on column duties_visits.contact_id is '联系学校标识';
comment on column duties_visits.visit_no is '次序，从 1 起';
comment on column duties_visits.org_path is '领导干部的单位在组织树中的路径';
comment on column duties_visits.kind is '到校，讲课';
comment on column duties_visits.on_day is '日期';
comment on column duties_visits.topic is '主题、解决的问题';
select platform_confine('duties_visits', 'select, insert, update');

-- A task remembers the decision, promise or proposal from which it was made.
alter table duties_tasks add column origin_kind text check (origin_kind in ('decision', 'promise', 'proposal'));
alter table duties_tasks add column origin_id text;
alter table duties_tasks add constraint duties_tasks_origin check ((origin_kind is null) = (origin_id is null));
create index duties_tasks_origin on duties_tasks (county_code, origin_kind, origin_id) where origin_id is not null;
comment on column duties_tasks.origin_kind is '由什么转来：decision 会议决定，promise 重点工作和承诺，proposal 建议提案；空为职责分解或自拟';
comment on column duties_tasks.origin_id is '由哪一件转来';

-- Cells taken from counted records say so.
alter table collection_cell_changes drop constraint collection_cell_changes_way_check;
alter table collection_cell_changes add constraint collection_cell_changes_way_check
  check (way in ('page', 'upload', 'packet', 'derived', 'statistics', 'copied', 'counted'));
comment on column collection_cell_changes.way is '来路：page 页面，upload 上传，packet 离线包，derived 采用名册推算，statistics 教基报表，copied 上年复制，counted 采用工作机制计数';
