-- An open case may be moved to the definition now in force: which one held before stands in its history.
alter table enrolment_events drop constraint enrolment_events_type_check;
alter table enrolment_events add constraint enrolment_events_type_check
  check (type in ('open', 'step', 'note', 'moved', 'handed_over', 'redefined'));
alter table enrolment_events add column former_hash text;
alter table enrolment_events add constraint enrolment_events_former_check
  check ((type = 'redefined') = (former_hash is not null));
comment on column enrolment_events.type is 'open 立案，step 步骤，note 记录，moved 转校，handed_over 转往外县，redefined 改按现行办法';
comment on column enrolment_events.former_hash is '改按现行办法的，原来办法内容的摘要';
