-- What is kept for good goes where its unit goes, also when the one who moves it reaches several places.
grant update (org_path) on appraisal_evidence, appraisal_results, appraisal_result_items, appraisal_publications,
  appraisal_events, collection_county_findings, collection_pack_moves, evaluation_comments to eduduty_app_several;
