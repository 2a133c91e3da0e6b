-- Until when a letter of supervision is to be answered, how often it was repeated, and who wrote it.
alter table duties_tasks add column answer_by date;
alter table duties_tasks add column supervisions integer not null default 0 check (supervisions >= 0);
alter table duties_tasks add column supervised_by text;
comment on column duties_tasks.answer_by is '督办限哪天答复；没有督办的为空';
comment on column duties_tasks.supervisions is '这次督办是第几次；没有督办的为 0';
comment on column duties_tasks.supervised_by is '最近一次督办的人标识';
update duties_tasks t set supervisions = 1, answer_by = c.due_on
from clocks_clocks c
where t.is_supervised and c.county_code = t.county_code and c.clock_id = t.supervision_clock;

alter table duties_events add column due_on date;
alter table duties_events add column told text not null default '';
comment on column duties_events.due_on is '督办限哪天答复';
comment on column duties_events.told is '再次督办时告知的岗位';
