-- How long a paper is kept, who keeps it, and how many pages it has: for labels, volume and dossier.
alter table archive_papers add column retention text check (retention in ('permanent', 'years_30', 'years_10'));
alter table archive_papers add column keeper text not null default '';
alter table archive_papers add column pages integer check (pages >= 1);
comment on column archive_papers.retention is '保管期限：permanent 永久，years_30 30年，years_10 10年；空为没有定';
comment on column archive_papers.keeper is '保管人';
comment on column archive_papers.pages is '页数；空为没有数';
