-- A returned cell may stand in a hard rule with cells that stay locked: those are opened along with it, and a school may
-- ask for further ones.
alter table collection_returned_cells
  add column purpose text not null default 'mend' check (purpose in ('mend', 'linked', 'asked'));
comment on column collection_returned_cells.purpose is '为什么开放：mend 退回修改，linked 与退回的格有强制性关系、一并开放，asked 填报单位申请开放、尚未同意';

alter table collection_tasks drop constraint collection_tasks_request_check;
alter table collection_tasks
  add constraint collection_tasks_request_check check (request in ('extension', 'correction', 'unlock'));
comment on column collection_tasks.request is '待答复的申请：extension 延期，correction 更正，unlock 开放其他单元格';

-- When the rows were last changed by hand: a check made before says nothing of them any more.
alter table collection_tasks add column rows_changed_at timestamptz;
comment on column collection_tasks.rows_changed_at is '最近一次逐格改动的时间；晚于审核时间的，审核结果不再作数';

alter table collection_cell_changes add column reason text;
comment on column collection_cell_changes.reason is '删行的理由；其他改动为空';

-- Two people who open a period of one name at the same moment: the second is refused.
update collection_periods p set title = left(p.title, 76) || '（' || d.place || '）'
  from (select county_code, period_id, row_number() over (partition by county_code, title order by opened_at, period_id) as place
    from collection_periods) d
  where d.county_code = p.county_code and d.period_id = p.period_id and d.place > 1;
create unique index collection_periods_by_title on collection_periods (county_code, title);
