-- Scanned copies of signed pledges are papers of the archive: each knows the other.
alter table duties_pledges add column copy_paper_id text;
comment on column duties_pledges.copy_paper_id is '签订本扫描件在佐证档案里的材料标识；空为没有';
alter table archive_papers add column pledge_id text;
alter table archive_papers add column pledge_title text not null default '';
comment on column archive_papers.pledge_id is '是哪份责任书的签订本；空为不是';
comment on column archive_papers.pledge_title is '责任书的编号与责任方（归档时）';
