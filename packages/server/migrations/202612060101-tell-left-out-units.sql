-- A unit does not reach the ranking itself: its own row says how many have no place, and why it has none.
alter table appraisal_ranks
  add column left_out integer check (left_out >= 0),
  add column why_not text not null default '',
  alter column place drop not null,
  alter column version drop not null,
  add constraint appraisal_ranks_place_or_why check ((place is null) = (why_not <> ''));
comment on column appraisal_ranks.left_out is '发布时没有名次的单位数；以前发布的为空';
comment on column appraisal_ranks.why_not is '这个单位为什么没有名次；有名次的为空';
comment on column appraisal_ranks.place is '名次；没有名次的为空';
comment on column appraisal_ranks.version is '按第几版结论；还没有结论的为空';
