-- Within how many working days letters of supervision are to be answered is a rule of the county's own: it is offered, not imposed.
alter table duties_plans add column answer_days integer check (answer_days between 1 and 90);
comment on column duties_plans.answer_days is '督办限几个工作日内答复，下督办时预填；没有设的为空';
