-- A paper that was sent in without its data is found again: until they are written, what it serves is not in order.
alter table archive_papers add column lacks text not null default '';
comment on column archive_papers.lacks is '著录还缺哪几项，如 落款日期、形成单位；空为不缺，或没有要求补';
alter table archive_links add column lacks text not null default '';
comment on column archive_links.lacks is '所用材料的著录还缺哪几项；空为不缺，或没有要求补';
