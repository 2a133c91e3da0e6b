alter table collection_submissions drop constraint collection_submissions_status_check;
alter table collection_submissions add constraint collection_submissions_status_check
  check (status in ('draft', 'submitted', 'first_reviewed', 'returned', 'verified', 'frozen', 'superseded'));
comment on column collection_submissions.status is
  '状态：draft 填报中，submitted 已上报，first_reviewed 已初审，returned 已退回，verified 已审核，frozen 已冻结，superseded 已被更正替代';
alter table collection_submissions add column task_id text;
comment on column collection_submissions.task_id is '所属上报任务；直接读入文件夹的填报为空';
alter table collection_submissions add column frozen_at timestamptz;
comment on column collection_submissions.frozen_at is '冻结时间';
create index collection_submissions_by_task on collection_submissions (county_code, task_id);

create table collection_periods (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  period_id text not null,
  title text not null check (title <> ''),
  pack_id text not null,
  pack_hash text not null,
  year integer not null check (year between 1949 and 2999),
  term text not null default '',
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  review_days integer not null default 5 check (review_days between 1 and 60),
  status text not null default 'open' check (status in ('open', 'closed')),
  copied_from text,
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  org_path text not null,
  primary key (county_code, period_id),
  foreign key (pack_id, pack_hash) references packs_installed (pack_id, content_hash)
);
comment on table collection_periods is '上报期：一批台账在一段时间内向一批单位收取';
comment on column collection_periods.county_code is '县级行政区划代码';
comment on column collection_periods.period_id is '上报期标识';
comment on column collection_periods.title is '名称';
comment on column collection_periods.pack_id is '标准包标识';
comment on column collection_periods.pack_hash is '标准包内容哈希，整个上报期不变';
comment on column collection_periods.year is '年度（学年取起始年）';
comment on column collection_periods.term is '年度以内的期次（学期、月）；空为全年';
comment on column collection_periods.opens_on is '开始日期';
comment on column collection_periods.closes_on is '截止日期（含当日）';
comment on column collection_periods.review_days is '每一步审核的天数（自然日）';
comment on column collection_periods.status is '状态：open 进行中，closed 已关闭';
comment on column collection_periods.copied_from is '复制自哪个上报期';
comment on column collection_periods.opened_by is '开放人姓名';
comment on column collection_periods.opened_at is '开放时间';
comment on column collection_periods.closed_by is '关闭人姓名';
comment on column collection_periods.closed_at is '关闭时间';
comment on column collection_periods.org_path is '所属县（市、区）在组织树中的路径';

create table collection_tasks (
  county_code text not null,
  task_id text not null,
  period_id text not null,
  register text not null,
  unit_id text not null,
  unit_code text not null default '',
  unit_name text not null,
  unit_kind text not null,
  township text not null default '',
  pack_id text not null,
  pack_hash text not null,
  period_title text not null,
  year integer not null,
  term text not null default '',
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  review_days integer not null default 5,
  has_first_review boolean not null,
  is_closed boolean not null default false,
  state text not null default 'not_started'
    check (state in ('not_started', 'filling', 'returned', 'submitted', 'first_reviewed', 'verified', 'frozen')),
  state_at timestamptz not null,
  state_by text not null default '',
  submission_id text,
  version integer not null default 1 check (version >= 1),
  submitted_by text,
  first_reviewed_by text,
  due_on date not null,
  assigned_to text,
  assigned_name text,
  filled_cells integer not null default 0,
  blank_cells integer not null default 0,
  cell_errors integer not null default 0,
  hard_errors integer not null default 0,
  soft_errors integer not null default 0,
  open_explanations integer not null default 0,
  checked_at timestamptz,
  request text check (request in ('extension', 'correction')),
  request_reason text,
  request_by text,
  request_at timestamptz,
  reminded_count integer not null default 0,
  reminded_at timestamptz,
  org_path text not null,
  primary key (county_code, task_id),
  unique (county_code, period_id, register, unit_id),
  foreign key (county_code, period_id) references collection_periods (county_code, period_id),
  foreign key (county_code, submission_id) references collection_submissions (county_code, submission_id)
);
create index collection_tasks_by_period on collection_tasks (county_code, period_id, state);
comment on table collection_tasks is '上报任务：一个单位在一个上报期填报一张台账';
comment on column collection_tasks.county_code is '县级行政区划代码';
comment on column collection_tasks.task_id is '上报任务标识';
comment on column collection_tasks.period_id is '上报期标识';
comment on column collection_tasks.register is '台账标识';
comment on column collection_tasks.unit_id is '填报单位标识';
comment on column collection_tasks.unit_code is '填报单位代码（开放时）';
comment on column collection_tasks.unit_name is '填报单位名称（开放时）';
comment on column collection_tasks.unit_kind is '填报单位类别（开放时）';
comment on column collection_tasks.township is '所在乡镇、街道名称（开放时）；没有时为空';
comment on column collection_tasks.pack_id is '标准包标识';
comment on column collection_tasks.pack_hash is '标准包内容哈希';
comment on column collection_tasks.period_title is '上报期名称';
comment on column collection_tasks.year is '年度（学年取起始年）';
comment on column collection_tasks.term is '年度以内的期次；空为全年';
comment on column collection_tasks.opens_on is '本单位的开始日期';
comment on column collection_tasks.closes_on is '本单位的截止日期（含当日）';
comment on column collection_tasks.review_days is '每一步审核的天数（自然日）';
comment on column collection_tasks.has_first_review is '是否设初审';
comment on column collection_tasks.is_closed is '上报期是否已关闭';
comment on column collection_tasks.state is '状态：not_started 未填报，filling 填报中，returned 已退回，submitted 已上报，first_reviewed 已初审，verified 已审核，frozen 已冻结';
comment on column collection_tasks.state_at is '进入此状态的时间';
comment on column collection_tasks.state_by is '办理人姓名';
comment on column collection_tasks.submission_id is '现行填报';
comment on column collection_tasks.version is '第几版：冻结后每更正一次加一';
comment on column collection_tasks.submitted_by is '上报人标识：本人不得审核';
comment on column collection_tasks.first_reviewed_by is '初审人标识：本人不得复审';
comment on column collection_tasks.due_on is '现在这一步的期限（含当日）';
comment on column collection_tasks.assigned_to is '转办给谁（人员标识）；空为岗位上的任何人';
comment on column collection_tasks.assigned_name is '转办给谁（姓名）';
comment on column collection_tasks.filled_cells is '已填的格数';
comment on column collection_tasks.blank_cells is '必填而未填的格数';
comment on column collection_tasks.cell_errors is '填写不符合要求的格数';
comment on column collection_tasks.hard_errors is '强制性审核错误数';
comment on column collection_tasks.soft_errors is '核实性审核错误数';
comment on column collection_tasks.open_explanations is '尚无说明或说明被退回的核实性错误数';
comment on column collection_tasks.checked_at is '最近一次审核的时间；空为未审核';
comment on column collection_tasks.request is '待答复的申请：extension 延期，correction 更正';
comment on column collection_tasks.request_reason is '申请理由';
comment on column collection_tasks.request_by is '申请人姓名';
comment on column collection_tasks.request_at is '申请时间';
comment on column collection_tasks.reminded_count is '已催报次数';
comment on column collection_tasks.reminded_at is '最近一次催报的时间';
comment on column collection_tasks.org_path is '单位在组织树中的路径';

create table collection_task_events (
  county_code text not null,
  task_id text not null,
  event_no bigint generated always as identity,
  action text not null check (action ~ '^[a-z_]+$'),
  state text not null,
  version integer not null,
  actor_id text not null,
  actor_name text not null,
  occurred_at timestamptz not null,
  reason text not null default '',
  says text not null default '',
  org_path text not null,
  primary key (county_code, task_id, event_no)
);
comment on table collection_task_events is '上报任务的经过：只追加';
comment on column collection_task_events.county_code is '县级行政区划代码';
comment on column collection_task_events.task_id is '上报任务标识';
comment on column collection_task_events.event_no is '序号';
comment on column collection_task_events.action is '动作：fill、submit、withdraw、approve_first、approve、return、freeze、correct、extend、remind、request、hand_on 等';
comment on column collection_task_events.state is '此后的状态';
comment on column collection_task_events.version is '第几版';
comment on column collection_task_events.actor_id is '办理人标识';
comment on column collection_task_events.actor_name is '办理人姓名（当时）';
comment on column collection_task_events.occurred_at is '时间';
comment on column collection_task_events.reason is '理由或意见';
comment on column collection_task_events.says is '补充说明';
comment on column collection_task_events.org_path is '单位在组织树中的路径';

create table collection_cell_changes (
  county_code text not null,
  change_no bigint generated always as identity,
  task_id text not null,
  submission_id text not null,
  row_no bigint not null,
  column_id text not null,
  old_text text,
  new_text text,
  way text not null check (way in ('page', 'upload', 'packet', 'derived', 'statistics', 'copied')),
  file_id text,
  actor_id text not null,
  actor_name text not null,
  changed_at timestamptz not null,
  org_path text not null,
  primary key (county_code, change_no)
);
create index collection_cell_changes_by_cell on collection_cell_changes (county_code, task_id, row_no, column_id, change_no);
comment on table collection_cell_changes is '单元格的每次改动：只追加；名册整份导入的行以文件为来历，不逐格记';
comment on column collection_cell_changes.county_code is '县级行政区划代码';
comment on column collection_cell_changes.change_no is '序号';
comment on column collection_cell_changes.task_id is '上报任务标识';
comment on column collection_cell_changes.submission_id is '填报标识';
comment on column collection_cell_changes.row_no is '行号';
comment on column collection_cell_changes.column_id is '列标识；空文字为整行的增删';
comment on column collection_cell_changes.old_text is '原来的内容；空为未填';
comment on column collection_cell_changes.new_text is '改后的内容；空为清除';
comment on column collection_cell_changes.way is '来路：page 页面，upload 上传，packet 离线包，derived 采用名册推算，statistics 教基报表，copied 上年复制';
comment on column collection_cell_changes.file_id is '来源文件';
comment on column collection_cell_changes.actor_id is '改动人标识';
comment on column collection_cell_changes.actor_name is '改动人姓名（当时）';
comment on column collection_cell_changes.changed_at is '时间';
comment on column collection_cell_changes.org_path is '单位在组织树中的路径';

create table collection_returned_cells (
  county_code text not null,
  return_id text not null,
  task_id text not null,
  submission_id text not null,
  row_no bigint not null default 0,
  column_id text not null default '',
  found_text text,
  reason text not null check (reason <> ''),
  due_on date not null,
  returned_by text not null,
  returned_at timestamptz not null,
  reply text,
  answered_at timestamptz,
  settled_at timestamptz,
  org_path text not null,
  primary key (county_code, return_id)
);
create index collection_returned_cells_by_task on collection_returned_cells (county_code, task_id);
comment on table collection_returned_cells is '退回修改的单元格；其余各格保持锁定';
comment on column collection_returned_cells.county_code is '县级行政区划代码';
comment on column collection_returned_cells.return_id is '退回标识';
comment on column collection_returned_cells.task_id is '上报任务标识';
comment on column collection_returned_cells.submission_id is '填报标识';
comment on column collection_returned_cells.row_no is '行号；0 为整张表';
comment on column collection_returned_cells.column_id is '列标识；空文字为整行或整张表';
comment on column collection_returned_cells.found_text is '退回时的内容';
comment on column collection_returned_cells.reason is '退回理由';
comment on column collection_returned_cells.due_on is '期限（含当日）';
comment on column collection_returned_cells.returned_by is '退回人姓名';
comment on column collection_returned_cells.returned_at is '退回时间';
comment on column collection_returned_cells.reply is '填报单位的答复';
comment on column collection_returned_cells.answered_at is '改正或答复的时间';
comment on column collection_returned_cells.settled_at is '审核人认可的时间';
comment on column collection_returned_cells.org_path is '单位在组织树中的路径';

create table collection_findings (
  county_code text not null,
  task_id text not null,
  finding_no integer not null check (finding_no >= 1),
  kind text not null check (kind in ('cell', 'check', 'outlier', 'blank')),
  severity text not null check (severity in ('hard', 'soft')),
  code text not null,
  check_id text not null default '',
  row_no bigint not null default 0,
  column_id text not null default '',
  columns text not null default '',
  title text not null default '',
  message text not null,
  advice text not null default '',
  left_label text,
  left_text text,
  right_label text,
  right_text text,
  org_path text not null,
  primary key (county_code, task_id, finding_no),
  foreign key (county_code, task_id) references collection_tasks (county_code, task_id) on delete cascade
);
comment on table collection_findings is '上报任务最近一次审核发现的问题';
comment on column collection_findings.county_code is '县级行政区划代码';
comment on column collection_findings.task_id is '上报任务标识';
comment on column collection_findings.finding_no is '序号，从 1 起';
comment on column collection_findings.kind is '种类：cell 填写不合要求，check 审核关系，outlier 与同类学校相差悬殊，blank 必填未填';
comment on column collection_findings.severity is '程度：hard 强制性，soft 核实性';
comment on column collection_findings.code is '问题种类';
comment on column collection_findings.check_id is '审核关系标识';
comment on column collection_findings.row_no is '行号；0 为整张表';
comment on column collection_findings.column_id is '首要的列';
comment on column collection_findings.columns is '涉及的列，以逗号隔开';
comment on column collection_findings.title is '审核关系名称';
comment on column collection_findings.message is '问题说明';
comment on column collection_findings.advice is '处理建议';
comment on column collection_findings.left_label is '一方是什么';
comment on column collection_findings.left_text is '一方的值';
comment on column collection_findings.right_label is '另一方是什么';
comment on column collection_findings.right_text is '另一方的值';
comment on column collection_findings.org_path is '单位在组织树中的路径';

create table collection_explanations (
  county_code text not null,
  task_id text not null,
  check_id text not null,
  row_no bigint not null default 0,
  explanation text not null check (explanation <> ''),
  explained_by text not null,
  explained_at timestamptz not null,
  facts text not null default '',
  status text not null default 'pending' check (status in ('pending', 'accepted', 'rejected')),
  reviewed_by text,
  reviewed_at timestamptz,
  review_reason text,
  org_path text not null,
  primary key (county_code, task_id, check_id, row_no)
);
comment on table collection_explanations is '核实性错误的说明及其逐条审核';
comment on column collection_explanations.county_code is '县级行政区划代码';
comment on column collection_explanations.task_id is '上报任务标识';
comment on column collection_explanations.check_id is '审核关系标识';
comment on column collection_explanations.row_no is '行号；0 为整张表';
comment on column collection_explanations.explanation is '说明';
comment on column collection_explanations.explained_by is '说明人姓名';
comment on column collection_explanations.explained_at is '说明时间';
comment on column collection_explanations.facts is '所说明的数值；数值变了要重新说明';
comment on column collection_explanations.status is '状态：pending 待审，accepted 已认可，rejected 未认可';
comment on column collection_explanations.reviewed_by is '审核人姓名';
comment on column collection_explanations.reviewed_at is '审核时间';
comment on column collection_explanations.review_reason is '审核意见';
comment on column collection_explanations.org_path is '单位在组织树中的路径';

create table collection_countersigns (
  county_code text not null,
  countersign_id text not null,
  task_id text not null,
  person_id text not null,
  person_name text not null,
  question text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  due_on date not null,
  status text not null default 'asked' check (status in ('asked', 'agreed', 'disagreed', 'withdrawn')),
  opinion text,
  answered_at timestamptz,
  org_path text not null,
  primary key (county_code, countersign_id)
);
create index collection_countersigns_by_task on collection_countersigns (county_code, task_id);
create index collection_countersigns_by_person on collection_countersigns (county_code, person_id, status);
comment on table collection_countersigns is '会签：复审前征求其他人的意见';
comment on column collection_countersigns.county_code is '县级行政区划代码';
comment on column collection_countersigns.countersign_id is '会签标识';
comment on column collection_countersigns.task_id is '上报任务标识';
comment on column collection_countersigns.person_id is '会签人标识';
comment on column collection_countersigns.person_name is '会签人姓名';
comment on column collection_countersigns.question is '请会签的事项';
comment on column collection_countersigns.asked_by is '提请人姓名';
comment on column collection_countersigns.asked_at is '提请时间';
comment on column collection_countersigns.due_on is '期限（含当日）';
comment on column collection_countersigns.status is '状态：asked 待会签，agreed 同意，disagreed 不同意，withdrawn 已撤回';
comment on column collection_countersigns.opinion is '意见';
comment on column collection_countersigns.answered_at is '答复时间';
comment on column collection_countersigns.org_path is '单位在组织树中的路径';

create table collection_uploads (
  county_code text not null,
  upload_id text not null,
  task_id text not null,
  name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes >= 0),
  way text not null check (way in ('upload', 'packet', 'statistics')),
  status text not null check (status in ('taken', 'partly', 'refused', 'unchanged')),
  rows_taken integer not null default 0,
  cells_changed integer not null default 0,
  faults integer not null default 0,
  says text not null default '',
  file_id text,
  content bytea,
  marked bytea,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  org_path text not null,
  primary key (county_code, upload_id)
);
create index collection_uploads_by_task on collection_uploads (county_code, task_id, uploaded_at);
comment on table collection_uploads is '上传的文件、结果和标红退回的文件';
comment on column collection_uploads.county_code is '县级行政区划代码';
comment on column collection_uploads.upload_id is '上传标识';
comment on column collection_uploads.task_id is '上报任务标识';
comment on column collection_uploads.name is '文件名';
comment on column collection_uploads.sha256 is '文件内容的 SHA-256';
comment on column collection_uploads.bytes is '文件大小（字节）';
comment on column collection_uploads.way is '来路：upload 上传，packet 离线包，statistics 教基报表';
comment on column collection_uploads.status is '结果：taken 全部采用，partly 部分采用，refused 未采用，unchanged 与已有内容相同';
comment on column collection_uploads.rows_taken is '采用的行数';
comment on column collection_uploads.cells_changed is '改动的格数';
comment on column collection_uploads.faults is '有错的处数';
comment on column collection_uploads.says is '结果说明';
comment on column collection_uploads.file_id is '来源文件标识';
comment on column collection_uploads.content is '文件原件';
comment on column collection_uploads.marked is '标红退回的文件';
comment on column collection_uploads.uploaded_by is '上传人姓名';
comment on column collection_uploads.uploaded_at is '上传时间';
comment on column collection_uploads.org_path is '单位在组织树中的路径';

create table collection_reminders (
  county_code text not null,
  reminder_id text not null,
  period_id text not null,
  unit_id text not null,
  unit_name text not null,
  tasks integer not null check (tasks >= 1),
  message text not null,
  reminded_by text not null,
  reminded_at timestamptz not null,
  seen_at timestamptz,
  org_path text not null,
  primary key (county_code, reminder_id)
);
comment on table collection_reminders is '催报';
comment on column collection_reminders.county_code is '县级行政区划代码';
comment on column collection_reminders.reminder_id is '催报标识';
comment on column collection_reminders.period_id is '上报期标识';
comment on column collection_reminders.unit_id is '被催单位标识';
comment on column collection_reminders.unit_name is '被催单位名称（当时）';
comment on column collection_reminders.tasks is '所欠报表数';
comment on column collection_reminders.message is '催报内容';
comment on column collection_reminders.reminded_by is '催报人姓名';
comment on column collection_reminders.reminded_at is '催报时间';
comment on column collection_reminders.seen_at is '单位看到的时间';
comment on column collection_reminders.org_path is '被催单位在组织树中的路径';

select platform_confine('collection_periods', 'select, insert, update');
select platform_confine('collection_tasks', 'select, insert, update');
select platform_confine('collection_task_events', 'select, insert');
select platform_confine('collection_cell_changes', 'select, insert');
select platform_confine('collection_returned_cells', 'select, insert, update');
select platform_confine('collection_findings', 'select, insert, update, delete');
select platform_confine('collection_explanations', 'select, insert, update');
select platform_confine('collection_countersigns', 'select, insert, update');
select platform_confine('collection_uploads', 'select, insert, update');
select platform_confine('collection_reminders', 'select, insert, update');
-- What happened stays as it was written; only its place follows a unit that moves.
grant update (org_path) on collection_task_events, collection_cell_changes to eduduty_app, eduduty_app_scattered;
