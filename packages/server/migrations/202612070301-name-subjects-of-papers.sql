-- A paper of a child belongs to a case or to a child in care: the kind says to which of them, the id is its own.
alter table archive_papers rename column case_id to subject_id;
alter index archive_papers_case rename to archive_papers_subject;
alter table archive_papers add column subject_kind text check (subject_kind in ('case', 'care_child'));
update archive_papers set subject_kind = case when is_of_care then 'care_child' else 'case' end
  where subject_id is not null;
alter table archive_papers add constraint archive_papers_subject_whole
  check ((subject_kind is null) = (subject_id is null));
alter table archive_papers drop column is_of_care;
comment on column archive_papers.subject_kind is
  '属于什么的文书、照片或签字：case 劝返个案，care_child 关爱儿童；空为都不是。文件只有看得见个案的人能打开';
comment on column archive_papers.subject_id is '个案标识或关爱儿童标识，看 subject_kind；空为都不是';
