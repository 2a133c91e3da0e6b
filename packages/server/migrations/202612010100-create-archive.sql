-- Evidence: what a pack asks of whom in a year, the papers that answer, the versions of their files, what happened to them.
-- The bytes of the files are not here: they lie in a folder of their own, under the SHA-256 of their content.
create table archive_catalogues (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  catalogue_id text not null,
  pack_id text not null,
  pack_title text not null,
  pack_hash text not null,
  year integer not null check (year between 2000 and 2999),
  title text not null check (title <> ''),
  grown_hash text not null,
  is_open boolean not null default true,
  opened_by text not null,
  opened_at timestamptz not null,
  primary key (county_code, catalogue_id)
);
create unique index archive_catalogues_once on archive_catalogues (county_code, pack_id, year);
comment on table archive_catalogues is '佐证目录（参照表：全县共用，人人可读）：一县一个标准包一年一份';
comment on column archive_catalogues.county_code is '县级行政区划代码';
comment on column archive_catalogues.catalogue_id is '目录标识';
comment on column archive_catalogues.pack_id is '标准包标识';
comment on column archive_catalogues.pack_title is '标准包名称';
comment on column archive_catalogues.pack_hash is '标准包内容的 SHA-256';
comment on column archive_catalogues.year is '年度';
comment on column archive_catalogues.title is '目录名称';
comment on column archive_catalogues.grown_hash is '生成要求时标准包与单位的指纹：与现在的不同，就是该更新了';
comment on column archive_catalogues.is_open is '还在收集';
comment on column archive_catalogues.opened_by is '建立人姓名';
comment on column archive_catalogues.opened_at is '建立时间';
select platform_share('archive_catalogues', 'select, insert, update');

create table archive_needs (
  county_code text not null,
  need_id text not null,
  org_path text not null,
  catalogue_id text not null,
  indicator_id text not null,
  indicator_no text not null,
  indicator_title text not null,
  material_id text not null,
  title text not null check (title <> ''),
  note text not null default '',
  file_no text not null,
  place integer not null,
  unit_id text not null,
  unit_name text not null,
  requested_due date,
  requested_by text,
  requested_at timestamptz,
  waived_reason text check (waived_reason <> ''),
  is_asked boolean not null default true,
  primary key (county_code, need_id),
  foreign key (county_code, catalogue_id) references archive_catalogues (county_code, catalogue_id)
);
create unique index archive_needs_once on archive_needs (county_code, catalogue_id, indicator_id, material_id, unit_id);
create index archive_needs_order on archive_needs (county_code, catalogue_id, place, org_path);
comment on table archive_needs is '佐证要求：一个单位为一项指标应交的一份材料';
comment on column archive_needs.county_code is '县级行政区划代码';
comment on column archive_needs.need_id is '要求标识';
comment on column archive_needs.org_path is '应交单位在组织树中的路径';
comment on column archive_needs.catalogue_id is '属于哪份目录';
comment on column archive_needs.indicator_id is '指标或职责标识';
comment on column archive_needs.indicator_no is '指标序号';
comment on column archive_needs.indicator_title is '指标名称';
comment on column archive_needs.material_id is '材料标识（标准包里的）';
comment on column archive_needs.title is '要交的材料';
comment on column archive_needs.note is '说明';
comment on column archive_needs.file_no is '归档号';
comment on column archive_needs.place is '在标准包里的次序';
comment on column archive_needs.unit_id is '应交单位标识';
comment on column archive_needs.unit_name is '应交单位名称（建立时）';
comment on column archive_needs.requested_due is '催交的期限';
comment on column archive_needs.requested_by is '催交人姓名';
comment on column archive_needs.requested_at is '最近一次催交的时间';
comment on column archive_needs.waived_reason is '为什么不需要；空为需要';
comment on column archive_needs.is_asked is '标准包和单位现在仍有这项要求；不再要求而已有材料的保留';
select platform_confine('archive_needs', 'select, insert, update, delete');

create table archive_papers (
  county_code text not null,
  paper_id text not null,
  org_path text not null,
  unit_id text not null,
  unit_name text not null,
  title text not null check (title <> ''),
  kind text not null check (kind in ('document', 'minutes', 'roster', 'ledger', 'photo', 'plan', 'pledge', 'proof', 'other')),
  issuer text not null default '',
  document_no text not null default '',
  made_on date,
  valid_until date,
  secrecy text not null default 'internal' check (secrecy in ('public', 'internal', 'sensitive')),
  personal text not null default 'none' check (personal in ('none', 'personal', 'sensitive', 'minors')),
  is_redacted boolean not null default false,
  box_no text not null default '',
  note text not null default '',
  version_no integer not null check (version_no >= 1),
  file_name text not null,
  media text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  is_damaged boolean not null default false,
  provided_by text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  filed_on date not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  primary key (county_code, paper_id)
);
create index archive_papers_order on archive_papers (county_code, uploaded_at desc, paper_id);
create index archive_papers_same on archive_papers (county_code, sha256);
comment on table archive_papers is '佐证材料：一份材料及其著录；文件另存，可有几个版本';
comment on column archive_papers.county_code is '县级行政区划代码';
comment on column archive_papers.paper_id is '材料标识';
comment on column archive_papers.org_path is '保管单位在组织树中的路径';
comment on column archive_papers.unit_id is '保管单位标识';
comment on column archive_papers.unit_name is '保管单位名称（归档时）';
comment on column archive_papers.title is '题名';
comment on column archive_papers.kind is '种类';
comment on column archive_papers.issuer is '形成单位';
comment on column archive_papers.document_no is '文号';
comment on column archive_papers.made_on is '落款日期';
comment on column archive_papers.valid_until is '有效期至（含当日）';
comment on column archive_papers.secrecy is '公开程度：public 公开，internal 内部，sensitive 内部敏感';
comment on column archive_papers.personal is '个人信息：none 无，personal 一般，sensitive 敏感，minors 未成年人';
comment on column archive_papers.is_redacted is '个人信息已遮盖';
comment on column archive_papers.box_no is '档案盒号';
comment on column archive_papers.note is '备注';
comment on column archive_papers.version_no is '现行版本';
comment on column archive_papers.file_name is '现行版本的文件名，只用来显示';
comment on column archive_papers.media is '现行版本的类型，按内容判定';
comment on column archive_papers.bytes is '现行版本的字节数';
comment on column archive_papers.sha256 is '现行版本的 SHA-256';
comment on column archive_papers.is_damaged is '现行版本的文件损坏或丢失';
comment on column archive_papers.provided_by is '现行版本上传人的标识：不得自己审阅';
comment on column archive_papers.uploaded_by is '首次上传人姓名';
comment on column archive_papers.uploaded_at is '首次上传时间';
comment on column archive_papers.filed_on is '归档日期';
comment on column archive_papers.withdrawn_at is '撤下的时间';
comment on column archive_papers.withdrawn_by is '撤下的人';
comment on column archive_papers.withdrawn_reason is '为什么撤下';
select platform_confine('archive_papers', 'select, insert, update');

create table archive_versions (
  county_code text not null,
  paper_id text not null,
  version_no integer not null check (version_no >= 1),
  org_path text not null,
  file_name text not null,
  media text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  text_state text not null check (text_state in ('waiting', 'read', 'none')),
  is_damaged boolean not null default false,
  scrubbed_at timestamptz,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  primary key (county_code, paper_id, version_no),
  foreign key (county_code, paper_id) references archive_papers (county_code, paper_id)
);
create index archive_versions_content on archive_versions (county_code, sha256);
create index archive_versions_scrub on archive_versions (county_code, scrubbed_at nulls first);
create index archive_versions_waiting on archive_versions (county_code) where text_state = 'waiting';
comment on table archive_versions is '佐证材料的各个版本，只增加';
comment on column archive_versions.county_code is '县级行政区划代码';
comment on column archive_versions.paper_id is '材料标识';
comment on column archive_versions.version_no is '版本，从 1 起';
comment on column archive_versions.org_path is '保管单位在组织树中的路径';
comment on column archive_versions.file_name is '文件名，只用来显示';
comment on column archive_versions.media is '类型，按内容判定';
comment on column archive_versions.bytes is '字节数';
comment on column archive_versions.sha256 is '内容的 SHA-256，也是文件所在';
comment on column archive_versions.sm3 is '内容的 SM3';
comment on column archive_versions.text_state is '正文：waiting 待读取，read 已读取，none 没有文字';
comment on column archive_versions.is_damaged is '巡检发现文件损坏或丢失';
comment on column archive_versions.scrubbed_at is '最近一次巡检时间';
comment on column archive_versions.uploaded_by is '上传人姓名';
comment on column archive_versions.uploaded_at is '上传时间';
select platform_confine('archive_versions', 'select, insert, update');

create table archive_links (
  county_code text not null,
  need_id text not null,
  paper_id text not null,
  org_path text not null,
  version_no integer not null,
  title text not null,
  file_name text not null,
  media text not null,
  paper_unit_name text not null,
  made_on date,
  valid_until date,
  filed_on date not null,
  provided_by text not null,
  is_withdrawn boolean not null default false,
  is_damaged boolean not null default false,
  linked_by text not null,
  linked_at timestamptz not null,
  verdict text check (verdict in ('sufficient', 'insufficient')),
  reason text not null default '',
  reviewed_by text not null default '',
  reviewed_at timestamptz,
  primary key (county_code, need_id, paper_id),
  foreign key (county_code, need_id) references archive_needs (county_code, need_id),
  foreign key (county_code, paper_id) references archive_papers (county_code, paper_id)
);
create index archive_links_paper on archive_links (county_code, paper_id);
comment on table archive_links is '材料用于要求：带着材料的名称和日期，应交单位看得到是什么，不一定能打开';
comment on column archive_links.county_code is '县级行政区划代码';
comment on column archive_links.need_id is '要求标识';
comment on column archive_links.paper_id is '材料标识';
comment on column archive_links.org_path is '应交单位在组织树中的路径';
comment on column archive_links.version_no is '所用材料的现行版本';
comment on column archive_links.title is '材料题名';
comment on column archive_links.file_name is '材料的文件名';
comment on column archive_links.media is '材料的类型';
comment on column archive_links.paper_unit_name is '材料的保管单位名称';
comment on column archive_links.made_on is '材料的落款日期';
comment on column archive_links.valid_until is '材料的有效期至';
comment on column archive_links.filed_on is '材料的归档日期';
comment on column archive_links.provided_by is '现行版本上传人的标识：不得自己审阅';
comment on column archive_links.is_withdrawn is '材料已经撤下';
comment on column archive_links.is_damaged is '材料的文件损坏';
comment on column archive_links.linked_by is '由谁用于这项要求';
comment on column archive_links.linked_at is '何时用于这项要求';
comment on column archive_links.verdict is '审阅结论：sufficient 充分，insufficient 不充分；空为待审';
comment on column archive_links.reason is '审阅理由';
comment on column archive_links.reviewed_by is '审阅人姓名';
comment on column archive_links.reviewed_at is '审阅时间';
select platform_confine('archive_links', 'select, insert, update, delete');

create table archive_texts (
  county_code text not null,
  paper_id text not null,
  org_path text not null,
  content text not null,
  primary key (county_code, paper_id),
  foreign key (county_code, paper_id) references archive_papers (county_code, paper_id)
);
comment on table archive_texts is '材料现行版本的正文，供检索：全角转半角，去掉空白';
comment on column archive_texts.county_code is '县级行政区划代码';
comment on column archive_texts.paper_id is '材料标识';
comment on column archive_texts.org_path is '保管单位在组织树中的路径';
comment on column archive_texts.content is '正文';
select platform_confine('archive_texts', 'select, insert, update, delete');

create table archive_events (
  county_code text not null,
  subject text not null check (subject in ('paper', 'need')),
  subject_id text not null,
  event_no integer not null check (event_no >= 1),
  org_path text not null,
  deed text not null,
  says text not null default '',
  person_id text not null,
  person_name text not null,
  happened_at timestamptz not null,
  primary key (county_code, subject, subject_id, event_no)
);
comment on table archive_events is '材料和要求的经过，只追加';
comment on column archive_events.county_code is '县级行政区划代码';
comment on column archive_events.subject is '是谁的经过：paper 材料，need 要求';
comment on column archive_events.subject_id is '材料或要求的标识';
comment on column archive_events.event_no is '次序，从 1 起';
comment on column archive_events.org_path is '所属单位在组织树中的路径';
comment on column archive_events.deed is '做了什么：upload 上传，review 审阅，request 催交……';
comment on column archive_events.says is '说明';
comment on column archive_events.person_id is '办理人标识';
comment on column archive_events.person_name is '办理人姓名';
comment on column archive_events.happened_at is '时间';
select platform_confine('archive_events', 'select, insert');
select platform_carry('archive_events');

create table archive_requests (
  county_code text not null,
  request_id text not null,
  org_path text not null,
  catalogue_id text not null,
  unit_id text not null,
  unit_name text not null,
  needs integer not null check (needs >= 1),
  due_on date not null,
  message text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  seen_at timestamptz,
  primary key (county_code, request_id)
);
comment on table archive_requests is '催交：一次对一个单位的提醒，说明缺哪些、何时交';
comment on column archive_requests.county_code is '县级行政区划代码';
comment on column archive_requests.request_id is '催交标识';
comment on column archive_requests.org_path is '应交单位在组织树中的路径';
comment on column archive_requests.catalogue_id is '属于哪份目录';
comment on column archive_requests.unit_id is '应交单位标识';
comment on column archive_requests.unit_name is '应交单位名称';
comment on column archive_requests.needs is '催交几项';
comment on column archive_requests.due_on is '期限';
comment on column archive_requests.message is '提醒的话';
comment on column archive_requests.requested_by is '催交人姓名';
comment on column archive_requests.requested_at is '催交时间';
comment on column archive_requests.seen_at is '单位看到的时间';
select platform_confine('archive_requests', 'select, insert, update');
