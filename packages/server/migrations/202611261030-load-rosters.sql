-- A roster that is being loaded in slices: its rows count only when the submission is no longer loading.
alter table collection_submissions drop constraint collection_submissions_status_check;
alter table collection_submissions add constraint collection_submissions_status_check
  check (status in ('loading', 'draft', 'submitted', 'first_reviewed', 'returned', 'verified', 'frozen', 'superseded'));
comment on column collection_submissions.status is
  '状态：loading 导入中（不算数），draft 填报中，submitted 已上报，first_reviewed 已初审，returned 已退回，verified 已审核，frozen 已冻结，superseded 已被更正替代';
