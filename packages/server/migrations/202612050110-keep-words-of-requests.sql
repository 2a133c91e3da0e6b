-- What somebody wrote with a request, apart from the list of what is asked for: pages that show the list do not say it twice.
alter table archive_requests add column says text not null default '';
comment on column archive_requests.says is '催交时另外写的话；没有写的为空';
update archive_requests set says = substr(message, strpos(message, '。') + 1) where strpos(message, '。') > 0;
