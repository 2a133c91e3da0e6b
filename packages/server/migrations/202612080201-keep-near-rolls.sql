-- A report whose day had no roll was begun with another one: which, is kept with what was handed in.
alter table enrolment_periodic_versions add column near_roll jsonb;
comment on column enrolment_periodic_versions.near_roll is '那一天没有学生名册、按另一份名册填的：那份名册的人数、学年、报送日期；没有为空';
-- A month or quarter alone does not say of which year.
update clocks_clocks c set title = replace(c.title, '（' || p.period_title, '（' || extract(year from p.ends_on) || '年' || p.period_title)
  from enrolment_periodic p
  where c.county_code = p.county_code and c.subject_kind = 'enrolment.periodic' and c.subject_id = p.periodic_id
    and p.period_title ~ '(月|季度)$';
