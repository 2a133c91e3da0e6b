-- A unit may ask for several things at once: more time, a correction, one cell and then another. Each waits, and is
-- answered, on its own.
create table collection_requests (
  county_code text not null,
  request_id text not null,
  task_id text not null,
  kind text not null check (kind in ('extension', 'correction', 'unlock')),
  reason text not null check (reason <> ''),
  asked_by text not null,
  asked_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'granted', 'refused', 'lapsed')),
  answered_by text,
  answered_at timestamptz,
  answer text,
  org_path text not null,
  primary key (county_code, request_id),
  foreign key (county_code, task_id) references collection_tasks (county_code, task_id)
);
create index collection_requests_by_task on collection_requests (county_code, task_id);
-- Two requests for more time, or two for a correction, say the same; each request for cells names others.
create unique index collection_requests_waiting on collection_requests (county_code, task_id, kind)
  where status = 'waiting' and kind <> 'unlock';
comment on table collection_requests is '填报单位的申请及答复';
comment on column collection_requests.county_code is '县级行政区划代码';
comment on column collection_requests.request_id is '申请标识';
comment on column collection_requests.task_id is '上报任务标识';
comment on column collection_requests.kind is '申请什么：extension 延期，correction 更正，unlock 开放其他单元格';
comment on column collection_requests.reason is '申请理由';
comment on column collection_requests.asked_by is '申请人姓名';
comment on column collection_requests.asked_at is '申请时间';
comment on column collection_requests.status is '状态：waiting 待答复，granted 已同意，refused 未同意，lapsed 已随上报或冻结作罢';
comment on column collection_requests.answered_by is '答复人姓名；作罢的为使其作罢的人';
comment on column collection_requests.answered_at is '答复时间';
comment on column collection_requests.answer is '答复的理由';
comment on column collection_requests.org_path is '单位在组织树中的路径';

alter table collection_returned_cells add column request_id text;
comment on column collection_returned_cells.request_id is '因哪一项申请而列入或开放；退回的为空';

insert into collection_requests (county_code, request_id, task_id, kind, reason, asked_by, asked_at, org_path)
  select county_code, gen_random_uuid()::text, task_id, request, coalesce(nullif(request_reason, ''), '（未写理由）'),
    coalesce(request_by, ''), coalesce(request_at, state_at), org_path
  from collection_tasks where request is not null;
update collection_returned_cells c set request_id = r.request_id
  from collection_requests r
  where r.county_code = c.county_code and r.task_id = c.task_id and r.kind = 'unlock'
    and c.purpose = 'asked' and c.settled_at is null;

alter table collection_tasks
  drop column request, drop column request_reason, drop column request_by, drop column request_at;

select platform_confine('collection_requests', 'select, insert, update');
