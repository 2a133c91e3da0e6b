-- Files that were sent hold the numbers of children and teachers: they are kept sealed, as the rows read from them are.
alter table collection_uploads add column is_sealed boolean not null default false;
comment on column collection_uploads.is_sealed is '原件和退回的文件是否已加密；以前的程序收下的，启动后逐个加密';
create index collection_uploads_in_clear on collection_uploads (county_code, upload_id) where not is_sealed;

-- The same holds for the cells of sheets that were read from a folder.
alter table collection_sheets add column is_sealed boolean not null default false;
comment on column collection_sheets.is_sealed is '单元格是否已加密；以前的程序读入的，启动后逐个加密';
create index collection_sheets_in_clear on collection_sheets (county_code, file_id, sheet_no)
  where not is_sealed and grid is not null;
