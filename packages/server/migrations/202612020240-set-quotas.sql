-- How much evidence a unit may keep, where it is not what all others may.
create table archive_quotas (
  county_code text not null,
  unit_id text not null,
  org_path text not null,
  quota_bytes bigint not null check (quota_bytes > 0),
  set_by text not null,
  set_at timestamptz not null,
  primary key (county_code, unit_id)
);
comment on table archive_quotas is '单位的佐证材料空间上限；没有行的用系统统一的上限';
comment on column archive_quotas.county_code is '县级行政区划代码';
comment on column archive_quotas.unit_id is '单位标识';
comment on column archive_quotas.org_path is '单位在组织树中的路径';
comment on column archive_quotas.quota_bytes is '上限，字节，各版本合计';
comment on column archive_quotas.set_by is '设置人姓名';
comment on column archive_quotas.set_at is '设置时间';
select platform_confine('archive_quotas', 'select, insert, update, delete');
