-- Records of other mechanisms that were entered wrongly are corrected as meetings are; what was written before stays to be seen.
create table duties_record_changes (
  county_code text not null,
  kind text not null check (kind in ('body', 'promise', 'proposal', 'contact')),
  record_id text not null,
  change_no integer not null check (change_no >= 1),
  org_path text not null,
  was text not null check (was <> ''),
  reason text not null check (reason <> ''),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (county_code, kind, record_id, change_no)
);
comment on table duties_record_changes is '领导机构、重点工作和承诺、人大政协、联系学校登记的更正，只追加：更正以前怎样写、为什么改';
comment on column duties_record_changes.county_code is '县级行政区划代码';
comment on column duties_record_changes.kind is '哪一种记录：body 领导机构，promise 重点工作和承诺，proposal 人大政协，contact 联系学校';
comment on column duties_record_changes.record_id is '记录标识';
comment on column duties_record_changes.change_no is '第几次更正，从 1 起';
comment on column duties_record_changes.org_path is '谁的记录：单位在组织树中的路径';
comment on column duties_record_changes.was is '更正以前的写法，一行一项';
comment on column duties_record_changes.reason is '为什么更正';
comment on column duties_record_changes.changed_by is '更正人姓名';
comment on column duties_record_changes.changed_at is '更正时间';
select platform_confine('duties_record_changes', 'select, insert');
select platform_carry('duties_record_changes');
