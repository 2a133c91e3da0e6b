-- What an appraisal and a check of the whole county keep for good goes where its unit goes: the place in the tree is
-- carried along when the unit is moved, nothing else changes.
grant update (org_path) on appraisal_evidence, appraisal_results, appraisal_result_items, appraisal_publications,
  appraisal_events, collection_county_findings to eduduty_app, eduduty_app_scattered;
