-- Comparisons of registers: runs, what they came to, pairs that people are asked about, and children to be looked for.
create table enrolment_match_runs (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  run_id text not null,
  org_path text not null,
  pack_id text not null,
  pack_hash text not null,
  year integer not null check (year between 1949 and 2999),
  state text not null check (state in ('running', 'done', 'failed')),
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  problem text not null default '',
  primary key (county_code, run_id)
);
create index enrolment_match_runs_by_time on enrolment_match_runs (county_code, started_at);
comment on table enrolment_match_runs is '名册比对：一次比对';
comment on column enrolment_match_runs.county_code is '县级行政区划代码';
comment on column enrolment_match_runs.run_id is '比对标识';
comment on column enrolment_match_runs.org_path is '县在组织树中的路径';
comment on column enrolment_match_runs.pack_id is '按哪个标准包';
comment on column enrolment_match_runs.pack_hash is '标准包的内容指纹';
comment on column enrolment_match_runs.year is '比哪个年度（学年取起始年）';
comment on column enrolment_match_runs.state is 'running 正在比，done 比完，failed 中断';
comment on column enrolment_match_runs.started_by is '谁开始的';
comment on column enrolment_match_runs.started_at is '什么时候开始';
comment on column enrolment_match_runs.ended_at is '什么时候结束';
comment on column enrolment_match_runs.problem is '没有比完的原因';
select platform_confine('enrolment_match_runs', 'select, insert, update');

create table enrolment_match_results (
  county_code text not null,
  run_id text not null,
  match_id text not null,
  org_path text not null,
  place integer not null,
  title text not null,
  finds text not null,
  ledger text not null,
  left_title text not null,
  right_title text not null,
  left_rows integer not null,
  right_rows integer not null,
  matched integer not null,
  unmatched integer not null,
  exempt integer not null,
  proposed integer not null,
  asked integer not null,
  warning text not null default '',
  primary key (county_code, run_id, match_id),
  foreign key (county_code, run_id) references enrolment_match_runs (county_code, run_id)
);
comment on table enrolment_match_results is '名册比对：每项比对的结果';
comment on column enrolment_match_results.county_code is '县级行政区划代码';
comment on column enrolment_match_results.run_id is '比对标识';
comment on column enrolment_match_results.match_id is '标准包里的比对';
comment on column enrolment_match_results.org_path is '县在组织树中的路径';
comment on column enrolment_match_results.place is '第几项';
comment on column enrolment_match_results.title is '比对名称';
comment on column enrolment_match_results.finds is '找什么';
comment on column enrolment_match_results.ledger is '找到的进哪本台账';
comment on column enrolment_match_results.left_title is '左边的台账';
comment on column enrolment_match_results.right_title is '右边的台账';
comment on column enrolment_match_results.left_rows is '左边几行';
comment on column enrolment_match_results.right_rows is '右边几行';
comment on column enrolment_match_results.matched is '比上几行';
comment on column enrolment_match_results.unmatched is '没比上几行';
comment on column enrolment_match_results.exempt is '豁免几行';
comment on column enrolment_match_results.proposed is '请人确认几对';
comment on column enrolment_match_results.asked is '要核实几人';
comment on column enrolment_match_results.warning is '结果不全的原因';
select platform_confine('enrolment_match_results', 'select, insert');
select platform_carry('enrolment_match_results');

create table enrolment_proposals (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  proposal_id text not null,
  org_path text not null,
  pack_id text not null,
  match_id text not null,
  match_title text not null,
  year integer not null,
  left_title text not null,
  right_title text not null,
  left_subject text not null,
  right_subject text not null,
  left_print text not null,
  right_print text not null,
  left_cells jsonb not null,
  right_cells jsonb not null,
  left_number text not null default '',
  right_number text not null default '',
  reasons jsonb not null,
  points integer not null,
  is_sure boolean not null,
  last_run text not null,
  state text not null default 'open' check (state in ('open', 'same', 'different', 'gone')),
  settled_by text not null default '',
  settled_at timestamptz,
  why text not null default '',
  primary key (county_code, proposal_id)
);
create unique index enrolment_proposals_pair
  on enrolment_proposals (county_code, pack_id, match_id, year, left_subject, right_subject);
create index enrolment_proposals_open on enrolment_proposals (county_code, state, is_sure);
comment on table enrolment_proposals is '名册比对：号码比不上、像是同一人的两行，请人确认';
comment on column enrolment_proposals.county_code is '县级行政区划代码';
comment on column enrolment_proposals.proposal_id is '标识';
comment on column enrolment_proposals.org_path is '县在组织树中的路径';
comment on column enrolment_proposals.pack_id is '标准包';
comment on column enrolment_proposals.match_id is '标准包里的比对';
comment on column enrolment_proposals.match_title is '比对名称';
comment on column enrolment_proposals.year is '年度（学年取起始年）';
comment on column enrolment_proposals.left_title is '左边是哪张台账、哪个单位的';
comment on column enrolment_proposals.right_title is '右边是哪张台账、哪个单位的';
comment on column enrolment_proposals.left_subject is '左边是谁：号码的索引，没有号码的为这一行的索引';
comment on column enrolment_proposals.right_subject is '右边是谁';
comment on column enrolment_proposals.left_print is '左边内容的指纹，变了才再问';
comment on column enrolment_proposals.right_print is '右边内容的指纹';
comment on column enrolment_proposals.left_cells is '左边的姓名、出生日期、性别、监护人、住址';
comment on column enrolment_proposals.right_cells is '右边的姓名、出生日期、性别、监护人、住址';
comment on column enrolment_proposals.left_number is '左边的身份证号，加密';
comment on column enrolment_proposals.right_number is '右边的身份证号，加密';
comment on column enrolment_proposals.reasons is '像在哪里，不像在哪里';
comment on column enrolment_proposals.points is '分数';
comment on column enrolment_proposals.is_sure is '把握大';
comment on column enrolment_proposals.last_run is '最近哪次比对还找到它';
comment on column enrolment_proposals.state is 'open 待确认，same 同一人，different 不是同一人，gone 已销';
comment on column enrolment_proposals.settled_by is '谁确认的；比对自己销的为系统';
comment on column enrolment_proposals.settled_at is '什么时候确认';
comment on column enrolment_proposals.why is '理由';
select platform_confine('enrolment_proposals', 'select, insert, update');

create table enrolment_findings (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  finding_id text not null,
  org_path text not null,
  pack_id text not null,
  match_id text not null,
  match_title text not null,
  year integer not null,
  ledger text not null,
  subject text not null,
  print text not null,
  says text not null,
  child_group text not null default '',
  name text not null,
  id_number text not null default '',
  sex text not null default '',
  birth_on date,
  guardian text not null default '',
  phone text not null default '',
  address text not null default '',
  village text not null default '',
  school text not null default '',
  grade text not null default '',
  unit_name text not null default '',
  from_path text not null,
  found_at timestamptz not null,
  last_run text not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'excluded', 'gone')),
  settled_by text not null default '',
  settled_at timestamptz,
  why text not null default '',
  proof text not null default '',
  earlier text not null default '',
  case_id text,
  primary key (county_code, finding_id)
);
create unique index enrolment_findings_child on enrolment_findings (county_code, pack_id, match_id, year, subject);
create index enrolment_findings_unit on enrolment_findings (county_code, org_path, state);
comment on table enrolment_findings is '名册比对：要乡镇、学校去核实的孩子';
comment on column enrolment_findings.county_code is '县级行政区划代码';
comment on column enrolment_findings.finding_id is '标识';
comment on column enrolment_findings.org_path is '由谁核实：乡镇或学校在组织树中的路径';
comment on column enrolment_findings.pack_id is '标准包';
comment on column enrolment_findings.match_id is '标准包里的比对';
comment on column enrolment_findings.match_title is '比对名称';
comment on column enrolment_findings.year is '年度（学年取起始年）';
comment on column enrolment_findings.ledger is '进哪本台账';
comment on column enrolment_findings.subject is '是谁：号码的索引，没有号码的为这一行的索引';
comment on column enrolment_findings.print is '内容的指纹，排除以后变了才再问';
comment on column enrolment_findings.says is '为什么找出来';
comment on column enrolment_findings.child_group is '哪类儿童';
comment on column enrolment_findings.name is '姓名';
comment on column enrolment_findings.id_number is '身份证号，加密';
comment on column enrolment_findings.sex is '性别';
comment on column enrolment_findings.birth_on is '出生日期';
comment on column enrolment_findings.guardian is '监护人姓名';
comment on column enrolment_findings.phone is '监护人电话，加密';
comment on column enrolment_findings.address is '住址';
comment on column enrolment_findings.village is '村（居）';
comment on column enrolment_findings.school is '就读学校';
comment on column enrolment_findings.grade is '年级';
comment on column enrolment_findings.unit_name is '由谁核实的单位名称';
comment on column enrolment_findings.from_path is '名册是谁报的，在组织树中的路径';
comment on column enrolment_findings.found_at is '什么时候找出来';
comment on column enrolment_findings.last_run is '最近哪次比对还找到';
comment on column enrolment_findings.state is 'open 待核实，confirmed 属实，excluded 排除，gone 已销';
comment on column enrolment_findings.settled_by is '谁核实的；比对自己销的为系统';
comment on column enrolment_findings.settled_at is '什么时候核实';
comment on column enrolment_findings.why is '理由';
comment on column enrolment_findings.proof is '证明';
comment on column enrolment_findings.earlier is '以前怎样处理过';
comment on column enrolment_findings.case_id is '立的个案';
select platform_confine('enrolment_findings', 'select, insert, update');
