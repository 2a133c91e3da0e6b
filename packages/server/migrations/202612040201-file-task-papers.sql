-- What proves that a task is done may lie in the evidence archive: then it is named by its paper, not by words.
alter table duties_tasks add column paper_ids text[] not null default '{}';
comment on column duties_tasks.paper_ids is '已交的材料里在材料库的：材料标识';
