-- Register tables get a column for the blind index of each sealed column, and an index that knows the place of a row. That
-- makes a table over, so the program does it after this migration, one table after the other (upgrade-register-tables.ts).
alter table packs_register_tables add column columns_to_index text[];
comment on column packs_register_tables.columns_to_index is
  '以前的程序建的表还要补盲索引列的各列，由程序逐表补建；空值表示已补齐';

with sealed as (
  select distinct coalesce(r->>'home', p.pack_id) as pack_id, r->>'id' as register_id, c->>'id' as column_id
  from packs_installed p, jsonb_path_query(p.content, '$.registers[*]') r, jsonb_path_query(r, '$.columns[*]') c
  where c->>'type' = 'text' and c->>'personal' in ('identity', 'phone'))
update packs_register_tables t set columns_to_index = array(
  select s.column_id from sealed s
  where s.pack_id = t.pack_id and s.register_id = t.register_id order by s.column_id);
