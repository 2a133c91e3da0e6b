-- What is kept for good goes where its unit goes, whichever role moves it: the roles are named here and nowhere else.
create function platform_carry(target regclass) returns void
  language plpgsql as $$
begin
  execute format('grant update (org_path) on %s to eduduty_app, eduduty_app_several, eduduty_app_scattered', target);
end $$;
comment on function platform_carry(regclass) is '只追加的表：单位移动时允许应用角色改写组织路径这一列';

select platform_carry(held::regclass) from unnest(array[
  'appraisal_evidence', 'appraisal_results', 'appraisal_result_items', 'appraisal_publications', 'appraisal_events',
  'collection_county_findings', 'collection_pack_moves', 'evaluation_comments']) as held;
