-- An attachment of a notice lies in the archive with its issuer; who has not confirmed is reminded, and when is kept.
alter table desk_notices add column paper_id text;
alter table desk_notices add column file_name text;
alter table desk_notices add constraint desk_notices_paper check ((paper_id is null) = (file_name is null));
comment on column desk_notices.paper_id is '附件在佐证档案里的标识';
comment on column desk_notices.file_name is '附件的文件名';
alter table desk_notice_units add column paper_id text;
alter table desk_notice_units add column file_name text;
alter table desk_notice_units add column reminded_at timestamptz;
alter table desk_notice_units add column reminded_by text;
comment on column desk_notice_units.paper_id is '附件在佐证档案里的标识';
comment on column desk_notice_units.file_name is '附件的文件名';
comment on column desk_notice_units.reminded_at is '最近一次催回执的时间';
comment on column desk_notice_units.reminded_by is '最近一次催回执的人';

create table desk_notice_reminders (
  county_code text not null,
  notice_id text not null,
  reminder_no integer not null check (reminder_no >= 1),
  org_path text not null,
  units integer not null check (units >= 1),
  reminded_by text not null,
  reminded_at timestamptz not null,
  primary key (county_code, notice_id, reminder_no),
  foreign key (county_code, notice_id) references desk_notices (county_code, notice_id)
);
comment on table desk_notice_reminders is '催回执的记录，只追加';
comment on column desk_notice_reminders.county_code is '县级行政区划代码';
comment on column desk_notice_reminders.notice_id is '通知标识';
comment on column desk_notice_reminders.reminder_no is '第几次催，从 1 起';
comment on column desk_notice_reminders.org_path is '发出单位在组织树中的路径';
comment on column desk_notice_reminders.units is '催了几个单位';
comment on column desk_notice_reminders.reminded_by is '催的人';
comment on column desk_notice_reminders.reminded_at is '什么时候';
select platform_confine('desk_notice_reminders', 'select, insert');
select platform_carry('desk_notice_reminders');
