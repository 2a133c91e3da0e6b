-- Papers of cases, and photographs and signatures of visits, lie in the evidence archive: the archive keeps the file, the
-- case says who may see it. A record that is sent twice is one event.
alter table archive_papers add column case_id text;
comment on column archive_papers.case_id is '是哪个劝返个案的文书、照片或签字；空为不是。文件只有看得见个案的人能打开';
create index archive_papers_case on archive_papers (county_code, case_id) where case_id is not null;

alter table enrolment_events add column record_key text check (record_key ~ '^[0-9a-f]{16,40}$');
comment on column enrolment_events.record_key is '这条记录在填写的机器上的标识：同一条发几次只记一次';
create unique index enrolment_events_record on enrolment_events (county_code, case_id, holding_no, record_key)
  where record_key is not null;

create table enrolment_case_files (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  case_id text not null,
  holding_no integer not null,
  file_id text not null,
  org_path text not null,
  event_no integer not null,
  kind text not null check (kind in ('photo', 'signature')),
  media text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  person_name text not null,
  added_at timestamptz not null,
  primary key (county_code, case_id, holding_no, file_id),
  foreign key (county_code, case_id, holding_no) references enrolment_holdings (county_code, case_id, holding_no)
);
create unique index enrolment_case_files_once on enrolment_case_files (county_code, case_id, holding_no, event_no, sha256);
comment on table enrolment_case_files is '走访的照片和签字（敏感个人信息）：每个承办单位各存一份目录，文件在佐证档案里，只追加';
comment on column enrolment_case_files.county_code is '县级行政区划代码';
comment on column enrolment_case_files.case_id is '个案标识';
comment on column enrolment_case_files.holding_no is '第几份承办';
comment on column enrolment_case_files.file_id is '标识，也是佐证档案里的材料标识，各份相同';
comment on column enrolment_case_files.org_path is '承办单位在组织树中的路径';
comment on column enrolment_case_files.event_no is '属于哪一条经过';
comment on column enrolment_case_files.kind is 'photo 照片，signature 签字';
comment on column enrolment_case_files.media is '类型，按内容判定';
comment on column enrolment_case_files.bytes is '字节数';
comment on column enrolment_case_files.sha256 is '内容的 SHA-256，也是文件所在';
comment on column enrolment_case_files.person_name is '上传人姓名';
comment on column enrolment_case_files.added_at is '上传时间';
select platform_confine('enrolment_case_files', 'select, insert');
select platform_carry('enrolment_case_files');
