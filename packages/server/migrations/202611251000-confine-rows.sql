-- Two groups without login: what the application may do, and what backup, moving and repairs may do.
-- They belong to the whole server, so another database of it may have made them already, even at this moment.
do $$
declare wanted text;
begin
  foreach wanted in array array['eduduty_app', 'eduduty_maintainer'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;
do $$ begin execute format('grant eduduty_app, eduduty_maintainer to %I', current_user); end $$;
grant usage on schema public to eduduty_app, eduduty_maintainer;

create function platform_county_of(path text) returns text
  language sql immutable parallel safe
  return coalesce(
    substring(path from '^[0-9]{2}/[0-9]{4}/([0-9]{6})/'),
    rpad(coalesce(substring(path from '^[0-9]{2}/([0-9]{4})/'), substring(path from '^([0-9]{2})/')), 6, '0'));
comment on function platform_county_of(text) is '组织路径所属的县级（或市、省）行政区划代码：13/1304/130402/T03/ → 130402，13/1304/ → 130400';

-- The one shape of row access. Everything that belongs to a unit is confined by it; the application's role sees and
-- writes only rows below the paths of app.scopes, and a row's county is always that of its path.
create function platform_confine(target regclass, privileges text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('drop policy if exists within_scopes on %s', target);
  execute format(
    'create policy within_scopes on %s to eduduty_app '
    'using (org_path ^@ any (string_to_array(nullif(current_setting(''app.scopes'', true), ''''), '',''))) '
    'with check (org_path ^@ any (string_to_array(nullif(current_setting(''app.scopes'', true), ''''), '','')))', target);
  execute format('drop policy if exists maintenance on %s', target);
  execute format('create policy maintenance on %s to eduduty_maintainer using (true) with check (true)', target);
  execute format('alter table %s drop constraint if exists org_path_in_county', target);
  execute format(
    'alter table %s add constraint org_path_in_county check (platform_county_of(org_path) = county_code)', target);
  execute format('grant %s on %s to eduduty_app', privileges, target);
  execute format('grant select, insert, update, delete on %s to eduduty_maintainer', target);
end $$;
comment on function platform_confine(regclass, text) is '给一张表加上按组织路径的行级访问控制，并授予应用角色所列的权限';

-- Reference tables: the same for everybody, read by all, written by few.
create function platform_share(target regclass, privileges text) returns void
  language plpgsql as $$
begin
  execute format('grant %s on %s to eduduty_app', privileges, target);
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
