-- Whether a file was read by a mapping of its own.
alter table collection_uploads add column is_mapped boolean not null default false;
comment on column collection_uploads.is_mapped is '是否按随文件给出的对应关系读取；不按它读，同一文件的结果可能不同';
