-- Reports that people write on. The draft as it stands is one row; what it was at each step is only added to.
create table reports_drafts (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  report_id text not null,
  org_path text not null,
  run_id text not null,
  pack_id text not null,
  pack_title text not null,
  year integer not null check (year between 1949 and 2999),
  outline text not null,
  kind text not null,
  grain text not null,
  subject text not null,
  subject_name text not null check (subject_name <> ''),
  title text not null,
  file_name text not null,
  max_characters integer,
  state text not null check (state in ('writing', 'review', 'final')),
  state_at timestamptz not null,
  state_by text not null,
  sent_by text,
  revision integer not null check (revision >= 1),
  content jsonb not null,
  open_marks integer not null check (open_marks >= 0),
  saved_by text not null,
  saved_name text not null,
  saved_at timestamptz not null,
  started_at timestamptz not null,
  primary key (county_code, report_id)
);
create unique index reports_drafts_once on reports_drafts (county_code, pack_id, year, outline, grain, subject);
comment on table reports_drafts is '报告稿：按提纲由一次评估写出，人接着写，数字仍由评估给出';
comment on column reports_drafts.county_code is '县级行政区划代码';
comment on column reports_drafts.report_id is '报告标识';
comment on column reports_drafts.org_path is '报告所说的单位在组织树中的路径';
comment on column reports_drafts.run_id is '数字出自哪一次评估';
comment on column reports_drafts.pack_id is '标准包标识';
comment on column reports_drafts.pack_title is '标准包名称';
comment on column reports_drafts.year is '评估年度';
comment on column reports_drafts.outline is '提纲标识';
comment on column reports_drafts.kind is '类别，如 self_evaluation 自评报告';
comment on column reports_drafts.grain is '报告所说对象的粒度';
comment on column reports_drafts.subject is '报告所说的对象';
comment on column reports_drafts.subject_name is '对象名称';
comment on column reports_drafts.title is '标题';
comment on column reports_drafts.file_name is '写成文件时的名称';
comment on column reports_drafts.max_characters is '提纲限定的字数；空为不限';
comment on column reports_drafts.state is '状态：writing 起草，review 送审，final 已签发';
comment on column reports_drafts.state_at is '进入此状态的时间';
comment on column reports_drafts.state_by is '办理人姓名';
comment on column reports_drafts.sent_by is '送审人标识：不得自己签发';
comment on column reports_drafts.revision is '改动次数：按它辨认别人是否改过';
comment on column reports_drafts.content is '正文：文字与数字的来历';
comment on column reports_drafts.open_marks is '数字更新后待复核的处数';
comment on column reports_drafts.saved_by is '最近保存人标识';
comment on column reports_drafts.saved_name is '最近保存人姓名';
comment on column reports_drafts.saved_at is '最近保存时间';
comment on column reports_drafts.started_at is '建立时间';
select platform_confine('reports_drafts', 'select, insert, update');

create table reports_versions (
  county_code text not null,
  report_id text not null,
  version integer not null check (version >= 1),
  org_path text not null,
  run_id text not null,
  reason text not null check (reason in ('start', 'keep', 'refresh', 'send', 'withdraw', 'return', 'sign', 'reopen')),
  note text not null default '',
  content jsonb not null,
  file_name text,
  file_content bytea,
  sha256 text,
  person_id text not null,
  person_name text not null,
  kept_at timestamptz not null,
  primary key (county_code, report_id, version),
  foreign key (county_code, report_id) references reports_drafts (county_code, report_id)
);
comment on table reports_versions is '报告稿的各个版本：只追加；签发的连同文件留存';
comment on column reports_versions.county_code is '县级行政区划代码';
comment on column reports_versions.report_id is '报告标识';
comment on column reports_versions.version is '版本号，从 1 起';
comment on column reports_versions.org_path is '报告所说的单位在组织树中的路径';
comment on column reports_versions.run_id is '当时数字出自哪一次评估';
comment on column reports_versions.reason is '留存原因：start 建立，keep 手动，refresh 更新数字前，send 送审，withdraw 撤回，return 退回，sign 签发，reopen 重新起草';
comment on column reports_versions.note is '说明或意见';
comment on column reports_versions.content is '当时的正文';
comment on column reports_versions.file_name is '签发的文件名';
comment on column reports_versions.file_content is '签发的文件（docx）';
comment on column reports_versions.sha256 is '签发文件的 SHA-256';
comment on column reports_versions.person_id is '办理人标识';
comment on column reports_versions.person_name is '办理人姓名';
comment on column reports_versions.kept_at is '留存时间';
select platform_confine('reports_versions', 'select, insert');
select platform_carry('reports_versions');

create table reports_comments (
  county_code text not null,
  report_id text not null,
  comment_id text not null,
  org_path text not null,
  block text not null default '',
  quote text not null default '',
  body text not null default '',
  resolves text,
  person_id text not null,
  person_name text not null,
  said_at timestamptz not null,
  primary key (county_code, comment_id),
  foreign key (county_code, report_id) references reports_drafts (county_code, report_id)
);
create index reports_comments_report on reports_comments (county_code, report_id, said_at);
create unique index reports_comments_resolved_once on reports_comments (county_code, resolves) where resolves is not null;
comment on table reports_comments is '对报告稿的意见：只追加，处理完毕也是一条';
comment on column reports_comments.county_code is '县级行政区划代码';
comment on column reports_comments.report_id is '报告标识';
comment on column reports_comments.comment_id is '意见标识';
comment on column reports_comments.org_path is '报告所说的单位在组织树中的路径';
comment on column reports_comments.block is '针对的段落标识';
comment on column reports_comments.quote is '针对的文字（当时）';
comment on column reports_comments.body is '意见';
comment on column reports_comments.resolves is '所处理的那条意见；空为一条新意见';
comment on column reports_comments.person_id is '人员标识';
comment on column reports_comments.person_name is '姓名';
comment on column reports_comments.said_at is '时间';
select platform_confine('reports_comments', 'select, insert');
select platform_carry('reports_comments');
