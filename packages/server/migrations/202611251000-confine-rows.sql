-- Groups without login: what the application may do (for a caller with one scope, and for one with several), and what
-- backup, moving and repairs may do. They belong to the whole server, so another database of it may have made them
-- already, even at this moment.
do $$
declare wanted text;
begin
  foreach wanted in array array['eduduty_app', 'eduduty_app_scattered', 'eduduty_maintainer'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then execute format('create role %I nologin', wanted); end if;
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, wanted, 'member') then execute format('grant %I to %I', wanted, current_user); end if;
  end loop;
end $$;
grant usage on schema public to eduduty_app, eduduty_app_scattered, eduduty_maintainer;

create function platform_county_of(path text) returns text
  language sql immutable parallel safe
  return coalesce(
    substring(path from '^[0-9]{2}/[0-9]{4}/([0-9]{6})/'),
    rpad(coalesce(substring(path from '^[0-9]{2}/([0-9]{4})/'), substring(path from '^([0-9]{2})/')), 6, '0'));
comment on function platform_county_of(text) is '组织路径所属的县级（或市、省）行政区划代码：13/1304/130402/T03/ → 130402，13/1304/ → 130400';

-- Bounds of the caller's scopes: each scope is a range of text. No SQL functions, and dear ones: so they stay conditions
-- of an index, asked once for a scan and not once for a row. What is not set is an empty range: nothing is below ''.
create function platform_scope_from(which integer) returns text language plpgsql stable parallel safe cost 100 as $$
begin
  return split_part(current_setting('app.scope_from', true), ',', which);
end $$;
create function platform_scope_to(which integer) returns text language plpgsql stable parallel safe cost 100 as $$
begin
  return split_part(current_setting('app.scope_to', true), ',', which);
end $$;
comment on function platform_scope_from(integer) is '当前事务可及范围中第几段的下界：组织路径';
comment on function platform_scope_to(integer) is '当前事务可及范围中第几段的上界（不含）';

-- The one shape of row access. Everything that belongs to a unit is confined by it: the application sees and writes only
-- rows below the caller's paths, and a row's county is always that of its path. A caller with one scope reaches one
-- range; one with several reaches up to eight ranges, and within them only what is below a scope.
create function platform_confine(target regclass, privileges text) returns void
  language plpgsql as $$
declare
  range_shape constant text := '(org_path ~>=~ platform_scope_from(%1$s) and org_path ~<~ platform_scope_to(%1$s))';
  one constant text := format(range_shape, 1);
  several constant text := '(' || (select string_agg(format(range_shape, n), ' or ') from generate_series(1, 8) n) ||
    ') and org_path ^@ any (string_to_array(nullif(current_setting(''app.scopes'', true), ''''), '',''))';
  short_name text := (select relname from pg_class where oid = target);
begin
  if length(short_name) > 54 then short_name := left(short_name, 45) || '_' || left(md5(short_name), 8); end if;
  execute format('create index if not exists %I on %s (org_path text_pattern_ops)', short_name || '_by_place', target);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('drop policy if exists within_scopes on %s', target);
  execute format('create policy within_scopes on %s to eduduty_app using (%s) with check (%2$s)', target, one);
  execute format('drop policy if exists within_several_scopes on %s', target);
  execute format('create policy within_several_scopes on %s to eduduty_app_scattered using (%s) with check (%2$s)',
    target, several);
  execute format('drop policy if exists maintenance on %s', target);
  execute format('create policy maintenance on %s to eduduty_maintainer using (true) with check (true)', target);
  execute format('alter table %s drop constraint if exists org_path_in_county', target);
  execute format(
    'alter table %s add constraint org_path_in_county check (platform_county_of(org_path) = county_code)', target);
  execute format('grant %s on %s to eduduty_app, eduduty_app_scattered', privileges, target);
  execute format('grant select, insert, update, delete on %s to eduduty_maintainer', target);
end $$;
comment on function platform_confine(regclass, text) is '给一张表加上按组织路径的行级访问控制，并授予应用角色所列的权限';

-- Reference tables: the same for everybody, read by all, written by few.
create function platform_share(target regclass, privileges text) returns void
  language plpgsql as $$
begin
  execute format('grant %s on %s to eduduty_app, eduduty_app_scattered', privileges, target);
  execute format('grant select, insert, update, delete on %s to eduduty_maintainer', target);
end $$;
comment on function platform_share(regclass, text) is '参照表：授予应用角色所列的权限，不按组织分行';

select platform_share('platform_migrations', 'select');
select platform_share('packs_installed', 'select, insert');
select platform_share('packs_register_tables', 'select');

-- Kept so far under the county's own code alone; now under its place in the tree of areas.
create function platform_area_path(code text) returns text
  language sql immutable parallel safe
  return substr(code, 1, 2) || '/' ||
    case when substr(code, 3, 4) = '0000' then '' else substr(code, 1, 4) || '/' end ||
    case when substr(code, 5, 2) = '00' then '' else substr(code, 1, 6) || '/' end;
comment on function platform_area_path(text) is '行政区划代码在组织树中的路径：130402 → 13/1304/130402/';

alter table collection_files add column org_path text not null default '';
alter table collection_sheets add column org_path text not null default '';
alter table evaluation_runs add column org_path text not null default '';
alter table evaluation_figures add column org_path text not null default '';
alter table evaluation_documents add column org_path text not null default '';
comment on column collection_files.org_path is '单位在组织树中的路径';
comment on column collection_sheets.org_path is '单位在组织树中的路径';
comment on column evaluation_runs.org_path is '单位在组织树中的路径';
comment on column evaluation_figures.org_path is '单位在组织树中的路径';
comment on column evaluation_documents.org_path is '单位在组织树中的路径';
do $$
declare held text;
begin
  foreach held in array array['collection_files', 'collection_sheets', 'collection_submissions', 'evaluation_runs',
    'evaluation_figures', 'evaluation_findings', 'evaluation_documents'] loop
    execute format('update %I set org_path = platform_area_path(county_code)', held);
    execute format('alter table %I alter column org_path drop default', held);
  end loop;
  for held in select table_name from packs_register_tables loop
    execute format('update %I set org_path = platform_area_path(county_code)', held);
    execute format('alter table %I alter column org_path drop default', held);
    perform platform_confine(held::regclass, 'select, insert, update, delete');
  end loop;
end $$;
select platform_confine('collection_files', 'select, insert, update, delete');
select platform_confine('collection_sheets', 'select, insert, update, delete');
select platform_confine('collection_submissions', 'select, insert, update, delete');
select platform_confine('evaluation_runs', 'select, insert, update, delete');
select platform_confine('evaluation_figures', 'select, insert, update, delete');
select platform_confine('evaluation_findings', 'select, insert, update, delete');
select platform_confine('evaluation_documents', 'select, insert, update, delete');
