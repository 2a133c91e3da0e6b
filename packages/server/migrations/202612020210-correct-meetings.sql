-- A meeting that was entered wrongly is corrected; what was written before stays to be seen.
create table duties_meeting_changes (
  county_code text not null,
  meeting_id text not null,
  change_no integer not null check (change_no >= 1),
  org_path text not null,
  was text not null check (was <> ''),
  reason text not null check (reason <> ''),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (county_code, meeting_id, change_no),
  foreign key (county_code, meeting_id) references duties_meetings (county_code, meeting_id)
);
comment on table duties_meeting_changes is '会议登记的更正，只追加：更正以前怎样写、为什么改';
comment on column duties_meeting_changes.county_code is '县级行政区划代码';
comment on column duties_meeting_changes.meeting_id is '会议标识';
comment on column duties_meeting_changes.change_no is '第几次更正，从 1 起';
comment on column duties_meeting_changes.org_path is '谁的会议：单位在组织树中的路径';
comment on column duties_meeting_changes.was is '更正以前的写法，一行一项';
comment on column duties_meeting_changes.reason is '为什么更正';
comment on column duties_meeting_changes.changed_by is '更正人姓名';
comment on column duties_meeting_changes.changed_at is '更正时间';
select platform_confine('duties_meeting_changes', 'select, insert');
select platform_carry('duties_meeting_changes');
