-- Reports whose numbers were checked, ours or not: what was read, what was found, and what people made of each finding.
create table claims_checks (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  check_id text not null,
  org_path text not null,
  title text not null check (title <> ''),
  source text not null check (source in ('file', 'text', 'report')),
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  report_id text,
  run_id text,
  run_title text not null default '',
  older_id text,
  older_title text not null default '',
  content jsonb not null,
  result jsonb not null,
  numbers integer not null check (numbers >= 0),
  confirmed integer not null check (confirmed >= 0),
  wrong integer not null check (wrong >= 0),
  doubtful integer not null check (doubtful >= 0),
  uncheckable integer not null check (uncheckable >= 0),
  person_id text not null,
  person_name text not null,
  checked_at timestamptz not null,
  keep_until date not null,
  primary key (county_code, check_id)
);
create index claims_checks_time on claims_checks (county_code, checked_at);
comment on table claims_checks is '核对过的报告：读出的文字与核对结果，到期删除，核对人可随时删除';
comment on column claims_checks.county_code is '县级行政区划代码';
comment on column claims_checks.check_id is '核对标识';
comment on column claims_checks.org_path is '核对人的单位，或报告稿所说的单位，在组织树中的路径';
comment on column claims_checks.title is '报告名称';
comment on column claims_checks.source is '来自：file 文件，text 粘贴的文字，report 报告稿';
comment on column claims_checks.file_name is '文件名，只用来说明是哪个文件';
comment on column claims_checks.sha256 is '文件或文字的 SHA-256';
comment on column claims_checks.report_id is '报告稿标识；不是报告稿的为空';
comment on column claims_checks.run_id is '与哪一次评估核对；没有的为空';
comment on column claims_checks.run_title is '这次评估的名称';
comment on column claims_checks.older_id is '与哪一次核对的报告比较；没有的为空';
comment on column claims_checks.older_title is '那份报告的名称';
comment on column claims_checks.content is '读出的文字、段落和表格';
comment on column claims_checks.result is '读出的数、问题、系统的数、与另一份的变化';
comment on column claims_checks.numbers is '读出几个数';
comment on column claims_checks.confirmed is '有印证的数';
comment on column claims_checks.wrong is '有误几处';
comment on column claims_checks.doubtful is '存疑几处';
comment on column claims_checks.uncheckable is '无法核对几处';
comment on column claims_checks.person_id is '核对人标识';
comment on column claims_checks.person_name is '核对人姓名';
comment on column claims_checks.checked_at is '核对时间';
comment on column claims_checks.keep_until is '到这一天为止保存';
select platform_confine('claims_checks', 'select, insert, delete');
select platform_carry('claims_checks');

create table claims_marks (
  county_code text not null,
  check_id text not null,
  mark_no bigint generated always as identity,
  org_path text not null,
  finding integer not null check (finding >= 0),
  state text not null check (state in ('settled', 'no_problem', 'open')),
  note text not null default '',
  person_id text not null,
  person_name text not null,
  marked_at timestamptz not null,
  primary key (county_code, mark_no),
  foreign key (county_code, check_id) references claims_checks (county_code, check_id) on delete cascade
);
create index claims_marks_check on claims_marks (county_code, check_id, mark_no);
comment on table claims_marks is '对核对出的问题怎样处理：只追加，随核对记录一起删除';
comment on column claims_marks.county_code is '县级行政区划代码';
comment on column claims_marks.check_id is '核对标识';
comment on column claims_marks.mark_no is '先后';
comment on column claims_marks.org_path is '与核对记录相同';
comment on column claims_marks.finding is '第几个问题，从 0 起';
comment on column claims_marks.state is 'settled 已处理，no_problem 不是问题，open 重新打开';
comment on column claims_marks.note is '说明';
comment on column claims_marks.person_id is '人员标识';
comment on column claims_marks.person_name is '姓名';
comment on column claims_marks.marked_at is '时间';
select platform_confine('claims_marks', 'select, insert');
select platform_carry('claims_marks');
