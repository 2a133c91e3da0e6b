-- A county evaluates a year many times; a unit is appraised on one of these evaluations, not on each.
drop index appraisal_appraisals_once;
create unique index appraisal_appraisals_once on appraisal_appraisals (county_code, pack_id, year, rating_id, subject)
  where state <> 'cancelled';
comment on column appraisal_items.return_reason is '退回原因；没有退回的为空，重新开始复评时清空';
