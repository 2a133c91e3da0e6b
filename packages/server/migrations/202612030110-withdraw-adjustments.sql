-- What was proposed may be taken back by whoever proposed it, as long as nobody has decided; it stays to be seen.
alter table appraisal_adjustments drop constraint appraisal_adjustments_state_check;
alter table appraisal_adjustments add constraint appraisal_adjustments_state_check
  check (state in ('proposed', 'accepted', 'refused', 'withdrawn'));
comment on column appraisal_adjustments.state is '状态：proposed 待决定，accepted 认可，refused 不认可，withdrawn 提出人撤回';
comment on column appraisal_adjustments.decision is '决定或撤回的理由';
comment on column appraisal_adjustments.decided_by is '决定人姓名；撤回的为提出人';
comment on column appraisal_adjustments.decided_at is '决定或撤回的时间';
