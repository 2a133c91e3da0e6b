-- A task may have a value of its own to reach, beside the standard of its indicator; a draft can be changed.
alter table duties_tasks add column target_comparison text check (target_comparison in ('≥', '≤', '='));
alter table duties_tasks add column target_value numeric;
alter table duties_tasks add constraint duties_tasks_target
  check ((target_comparison is null) = (target_value is null) and (target_value is null or indicator is not null));
comment on column duties_tasks.target_comparison is '目标值怎样比较；空为按指标自己的标准';
comment on column duties_tasks.target_value is '目标值，按指标显示的单位';

-- The steps of a draft are written anew when it is changed.
grant delete on duties_milestones to eduduty_app, eduduty_app_several, eduduty_app_scattered;
