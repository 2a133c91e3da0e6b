-- Photographs and signatures of visits to children in care, as persuasion visits have them.
create table enrolment_care_files (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  child_id text not null,
  holding_no integer not null,
  file_id text not null,
  org_path text not null,
  visit_no integer not null,
  kind text not null check (kind in ('photo', 'signature')),
  media text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  person_name text not null,
  added_at timestamptz not null,
  primary key (county_code, child_id, holding_no, file_id),
  foreign key (county_code, child_id, holding_no)
    references enrolment_care_children (county_code, child_id, holding_no)
);
create unique index enrolment_care_files_once
  on enrolment_care_files (county_code, child_id, holding_no, visit_no, sha256);
comment on table enrolment_care_files is '关爱走访的照片和签字（敏感个人信息）：每个承办单位各存一份目录，文件在佐证档案里，只追加';
comment on column enrolment_care_files.county_code is '县级行政区划代码';
comment on column enrolment_care_files.child_id is '儿童标识';
comment on column enrolment_care_files.holding_no is '第几份承办';
comment on column enrolment_care_files.file_id is '标识，也是佐证档案里的材料标识，各份相同';
comment on column enrolment_care_files.org_path is '承办单位在组织树中的路径';
comment on column enrolment_care_files.visit_no is '属于哪一次走访';
comment on column enrolment_care_files.kind is 'photo 照片，signature 签字';
comment on column enrolment_care_files.media is '类型，按内容判定';
comment on column enrolment_care_files.bytes is '字节数';
comment on column enrolment_care_files.sha256 is '内容的 SHA-256，也是文件所在';
comment on column enrolment_care_files.person_name is '上传人姓名';
comment on column enrolment_care_files.added_at is '上传时间';
select platform_confine('enrolment_care_files', 'select, insert');
select platform_carry('enrolment_care_files');

alter table archive_papers add column is_of_care boolean not null default false;
comment on column archive_papers.is_of_care is '是关爱走访的照片、签字：case_id 是儿童标识，不是个案标识';
