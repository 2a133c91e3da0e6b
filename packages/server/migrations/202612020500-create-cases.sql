-- Cases of children out of school. A case is held by units: each holding is a full copy of what that unit may see, so
-- that one rule over org_path is enough, and a unit that has handed a child over keeps what it knew until that day.
create table enrolment_definitions (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  pack text not null,
  version text not null,
  casework text not null,
  content jsonb not null,
  kept_at timestamptz not null,
  primary key (county_code, content_hash)
);
comment on table enrolment_definitions is '个案办法的存本（参照表：全县共用，人人可读）：立案时的办法、期限和文书文字，按内容的摘要存一份，只追加';
comment on column enrolment_definitions.county_code is '县级行政区划代码';
comment on column enrolment_definitions.content_hash is '内容的摘要';
comment on column enrolment_definitions.pack is '标准包标识';
comment on column enrolment_definitions.version is '标准包版本';
comment on column enrolment_definitions.casework is '哪一个办法';
comment on column enrolment_definitions.content is '办法、期限、文书文字';
comment on column enrolment_definitions.kept_at is '存入时间';
select platform_share('enrolment_definitions', 'select, insert');

create table enrolment_holdings (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  case_id text not null,
  holding_no integer not null check (holding_no >= 1),
  org_path text not null,
  unit_id text not null,
  unit_name text not null,
  line text not null check (line in ('学校', '乡镇', '县')),
  from_on date not null,
  until_on date,
  is_lead boolean not null,
  child_name text not null check (child_name <> ''),
  sex text not null default '' check (sex in ('', '男', '女')),
  birth_on date,
  id_number_sealed text,
  id_number_index text,
  guardian text not null default '',
  phone_sealed text,
  address text not null default '',
  village text not null default '',
  groups text[] not null,
  grade text not null default '',
  township_id text not null,
  township_name text not null,
  school_id text,
  school_name text not null default '',
  state text not null,
  state_since date not null,
  owner_line text check (owner_line in ('学校', '乡镇', '县')),
  owner_name text not null default '',
  clock_id text,
  due_on date,
  is_paused boolean not null default false,
  visits integer not null default 0,
  persuasions integer not null default 0,
  opened_on date not null,
  closed_on date,
  exit text,
  earlier_case text,
  days_clean integer,
  found_kind text not null check (found_kind in ('finding', 'report')),
  found_id text,
  grounds text not null,
  pack text not null,
  version text not null,
  content_hash text not null,
  casework text not null,
  primary key (county_code, case_id, holding_no),
  foreign key (county_code, content_hash) references enrolment_definitions (county_code, content_hash),
  check ((owner_line is null) = (closed_on is not null))
);
create unique index enrolment_holdings_lead on enrolment_holdings (county_code, case_id) where is_lead and until_on is null;
create unique index enrolment_holdings_line on enrolment_holdings (county_code, case_id, line) where until_on is null;
create unique index enrolment_holdings_child on enrolment_holdings (county_code, id_number_index)
  where is_lead and until_on is null and closed_on is null;
create index enrolment_holdings_index on enrolment_holdings (county_code, id_number_index) where is_lead;
create index enrolment_holdings_due on enrolment_holdings (county_code, due_on, case_id) where is_lead and until_on is null;
comment on table enrolment_holdings is '个案的承办：一个个案由学校、乡镇、县分别承办，各存一份看得见的内容；转出的一份停在转出那天';
comment on column enrolment_holdings.county_code is '县级行政区划代码';
comment on column enrolment_holdings.case_id is '个案标识';
comment on column enrolment_holdings.holding_no is '第几份，从 1 起';
comment on column enrolment_holdings.org_path is '承办单位在组织树中的路径';
comment on column enrolment_holdings.unit_id is '承办单位标识';
comment on column enrolment_holdings.unit_name is '承办单位名称（接手时）';
comment on column enrolment_holdings.line is '哪一级承办';
comment on column enrolment_holdings.from_on is '从哪天起承办';
comment on column enrolment_holdings.until_on is '到哪天止；空为现在承办';
comment on column enrolment_holdings.is_lead is '是否主承办：全县的清单和统计只数这一份';
comment on column enrolment_holdings.child_name is '学生姓名';
comment on column enrolment_holdings.sex is '性别';
comment on column enrolment_holdings.birth_on is '出生日期';
comment on column enrolment_holdings.id_number_sealed is '公民身份号码，加密';
comment on column enrolment_holdings.id_number_index is '公民身份号码的盲索引，与各名册同一算法';
comment on column enrolment_holdings.guardian is '监护人';
comment on column enrolment_holdings.phone_sealed is '监护人电话，加密';
comment on column enrolment_holdings.address is '住址';
comment on column enrolment_holdings.village is '村（社区）';
comment on column enrolment_holdings.groups is '特殊群体';
comment on column enrolment_holdings.grade is '年级、班级';
comment on column enrolment_holdings.township_id is '乡镇（街道）单位标识';
comment on column enrolment_holdings.township_name is '乡镇（街道）名称';
comment on column enrolment_holdings.school_id is '学校单位标识；空为从未入学';
comment on column enrolment_holdings.school_name is '学校名称';
comment on column enrolment_holdings.state is '现在的状态，按个案办法';
comment on column enrolment_holdings.state_since is '从哪天起';
comment on column enrolment_holdings.owner_line is '现在由哪一级办理；空为已结束';
comment on column enrolment_holdings.owner_name is '现在由哪个单位办理';
comment on column enrolment_holdings.clock_id is '现在的期限';
comment on column enrolment_holdings.due_on is '最后一天';
comment on column enrolment_holdings.is_paused is '是否中止计时';
comment on column enrolment_holdings.visits is '走访次数';
comment on column enrolment_holdings.persuasions is '劝返次数';
comment on column enrolment_holdings.opened_on is '立案日期';
comment on column enrolment_holdings.closed_on is '销案日期';
comment on column enrolment_holdings.exit is '去向，按个案办法';
comment on column enrolment_holdings.earlier_case is '反复的，上一次个案';
comment on column enrolment_holdings.days_clean is '反复的，距上次销案多少天';
comment on column enrolment_holdings.found_kind is '怎样发现：finding 比对，report 报告';
comment on column enrolment_holdings.found_id is '比对发现的标识';
comment on column enrolment_holdings.grounds is '立案的根据';
comment on column enrolment_holdings.pack is '按哪个标准包的办法';
comment on column enrolment_holdings.version is '标准包版本';
comment on column enrolment_holdings.content_hash is '办法内容的摘要';
comment on column enrolment_holdings.casework is '哪一个办法';
select platform_confine('enrolment_holdings', 'select, insert, update');

create table enrolment_events (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  case_id text not null,
  holding_no integer not null,
  event_no integer not null check (event_no >= 1),
  org_path text not null,
  type text not null check (type in ('open', 'step', 'note', 'moved', 'handed_over')),
  step text,
  on_day date not null,
  says text not null default '',
  fields jsonb not null,
  exit text,
  proof text not null default '',
  amount integer,
  approved_by text not null default '',
  state text not null,
  is_private boolean not null,
  unit_name text not null,
  line text not null check (line in ('学校', '乡镇', '县')),
  person_id text not null,
  person_name text not null,
  recorded_at timestamptz not null,
  primary key (county_code, case_id, holding_no, event_no),
  foreign key (county_code, case_id, holding_no) references enrolment_holdings (county_code, case_id, holding_no)
);
create index enrolment_events_person on enrolment_events (county_code, person_id, recorded_at);
comment on table enrolment_events is '个案的经过：每个承办单位各存一份，只追加；不公开的记录只存在写的单位那一份';
comment on column enrolment_events.county_code is '县级行政区划代码';
comment on column enrolment_events.case_id is '个案标识';
comment on column enrolment_events.holding_no is '第几份承办';
comment on column enrolment_events.event_no is '次序，各份相同';
comment on column enrolment_events.org_path is '承办单位在组织树中的路径';
comment on column enrolment_events.type is 'open 立案，step 步骤，note 记录，moved 转校，handed_over 转往外县';
comment on column enrolment_events.step is '哪一步，按个案办法';
comment on column enrolment_events.on_day is '发生之日';
comment on column enrolment_events.says is '说明';
comment on column enrolment_events.fields is '填写的内容：名称和文字';
comment on column enrolment_events.exit is '提出的去向';
comment on column enrolment_events.proof is '证明材料';
comment on column enrolment_events.amount is '延长多少';
comment on column enrolment_events.approved_by is '批准人';
comment on column enrolment_events.state is '办理后的状态';
comment on column enrolment_events.is_private is '是否不公开：只有写的单位和县看得见';
comment on column enrolment_events.unit_name is '办理单位';
comment on column enrolment_events.line is '以哪一级办理';
comment on column enrolment_events.person_id is '办理人标识';
comment on column enrolment_events.person_name is '办理人姓名';
comment on column enrolment_events.recorded_at is '记录时间';
select platform_confine('enrolment_events', 'select, insert');
select platform_carry('enrolment_events');

create table enrolment_case_papers (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  case_id text not null,
  holding_no integer not null,
  paper_id text not null,
  org_path text not null,
  event_no integer not null,
  kind text not null,
  title text not null,
  year integer not null,
  number_no integer not null check (number_no >= 1),
  number text not null,
  unit_id text not null,
  unit_name text not null,
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  person_name text not null,
  made_on date not null,
  made_at timestamptz not null,
  primary key (county_code, case_id, holding_no, paper_id),
  foreign key (county_code, case_id, holding_no) references enrolment_holdings (county_code, case_id, holding_no)
);
create index enrolment_case_papers_number on enrolment_case_papers (county_code, unit_id, year, kind);
comment on table enrolment_case_papers is '个案文书（敏感个人信息）：每个承办单位各存一份目录，文件按内容存一份，只追加';
comment on column enrolment_case_papers.county_code is '县级行政区划代码';
comment on column enrolment_case_papers.case_id is '个案标识';
comment on column enrolment_case_papers.holding_no is '第几份承办';
comment on column enrolment_case_papers.paper_id is '文书标识，各份相同';
comment on column enrolment_case_papers.org_path is '承办单位在组织树中的路径';
comment on column enrolment_case_papers.event_no is '由哪一条经过生成';
comment on column enrolment_case_papers.kind is '文书种类，按个案办法';
comment on column enrolment_case_papers.title is '名称';
comment on column enrolment_case_papers.year is '年度';
comment on column enrolment_case_papers.number_no is '本单位本年本种类第几份';
comment on column enrolment_case_papers.number is '文号';
comment on column enrolment_case_papers.unit_id is '出具单位标识';
comment on column enrolment_case_papers.unit_name is '出具单位名称';
comment on column enrolment_case_papers.content is '文书的内容，生成时的文字';
comment on column enrolment_case_papers.content_hash is '内容的摘要';
comment on column enrolment_case_papers.person_name is '出具人姓名';
comment on column enrolment_case_papers.made_on is '出具日期';
comment on column enrolment_case_papers.made_at is '出具时间';
select platform_confine('enrolment_case_papers', 'select, insert');
select platform_carry('enrolment_case_papers');

create table enrolment_handovers (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  handover_id text not null,
  side text not null check (side in ('from', 'to')),
  org_path text not null,
  case_id text not null,
  child_name text not null,
  grade text not null default '',
  from_county text not null,
  from_name text not null,
  to_county text not null,
  to_name text not null,
  to_unit text,
  reason text not null,
  state text not null check (state in ('offered', 'accepted', 'refused', 'withdrawn')),
  offered_by text not null,
  offered_at timestamptz not null,
  answer text not null default '',
  answered_by text not null default '',
  answered_at timestamptz,
  primary key (county_code, handover_id, side),
  check ((state = 'offered') = (answered_at is null))
);
create unique index enrolment_handovers_open on enrolment_handovers (county_code, case_id) where state = 'offered' and side = 'from';
create index enrolment_handovers_case on enrolment_handovers (county_code, case_id);
comment on table enrolment_handovers is '学生的转交：转出和接收两方各存一份，由接收一方接收或退回';
comment on column enrolment_handovers.county_code is '县级行政区划代码';
comment on column enrolment_handovers.handover_id is '转交标识，两份相同';
comment on column enrolment_handovers.side is 'from 转出一方，to 接收一方';
comment on column enrolment_handovers.org_path is '这一方在组织树中的路径';
comment on column enrolment_handovers.case_id is '个案标识';
comment on column enrolment_handovers.child_name is '学生姓名';
comment on column enrolment_handovers.grade is '年级、班级';
comment on column enrolment_handovers.from_county is '转出县';
comment on column enrolment_handovers.from_name is '转出单位名称';
comment on column enrolment_handovers.to_county is '接收县';
comment on column enrolment_handovers.to_name is '接收单位名称';
comment on column enrolment_handovers.to_unit is '接收学校的单位标识；空为外县';
comment on column enrolment_handovers.reason is '转交的原因';
comment on column enrolment_handovers.state is '状态：offered 待接收，accepted 已接收，refused 已退回，withdrawn 已撤回';
comment on column enrolment_handovers.offered_by is '提出人姓名';
comment on column enrolment_handovers.offered_at is '提出时间';
comment on column enrolment_handovers.answer is '答复';
comment on column enrolment_handovers.answered_by is '答复人姓名';
comment on column enrolment_handovers.answered_at is '答复时间';
select platform_confine('enrolment_handovers', 'select, insert, update');
