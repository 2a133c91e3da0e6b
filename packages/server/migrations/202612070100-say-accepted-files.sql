-- A pack may say of which kinds the files are that prove a material: another kind is kept, but proves nothing.
alter table archive_needs add column accepts text not null default '' check (accepts ~ '^([a-z]+( [a-z]+)*)?$');
comment on column archive_needs.accepts is '收哪些种类的文件（pdf、image、ofd、word、excel、slides、text），用空格分开；空的都收';
