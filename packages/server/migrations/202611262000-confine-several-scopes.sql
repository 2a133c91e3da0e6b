-- One more group without login: callers with two to eight scopes. Their ranges are exact, so no row has to be asked once
-- more. Callers of more than eight now have 32 ranges, and a filter for the gaps where more than 32 scopes share them.
do $$
begin
  begin
    if not exists (select from pg_roles where rolname = 'eduduty_app_several') then create role eduduty_app_several nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end;
  if not pg_has_role(current_user, 'eduduty_app_several', 'member') then
    execute format('grant eduduty_app_several to %I', current_user);
  end if;
end $$;
grant usage on schema public to eduduty_app_several;

-- The one shape of row access, as policies: one range, up to eight, or up to 32. Of the last, app.scopes says ‘exact’
-- when each range is one scope, and else lists the scopes; what is not set lets nothing through.
create function platform_confine_rows(target regclass) returns void
  language plpgsql as $$
declare
  range_shape constant text := '(org_path ~>=~ platform_scope_from(%1$s) and org_path ~<~ platform_scope_to(%1$s))';
  one constant text := format(range_shape, 1);
  several constant text := (select string_agg(format(range_shape, n), ' or ') from generate_series(1, 8) n);
  many constant text := '(' || (select string_agg(format(range_shape, n), ' or ') from generate_series(1, 32) n) ||
    ') and (current_setting(''app.scopes'', true) = ''exact''' ||
    ' or org_path ^@ any (string_to_array(nullif(current_setting(''app.scopes'', true), ''''), '','')))';
begin
  execute format('drop policy if exists within_scopes on %s', target);
  execute format('create policy within_scopes on %s to eduduty_app using (%s) with check (%2$s)', target, one);
  execute format('drop policy if exists within_several_scopes on %s', target);
  execute format('create policy within_several_scopes on %s to eduduty_app_several using (%s) with check (%2$s)',
    target, several);
  execute format('drop policy if exists within_many_scopes on %s', target);
  execute format('create policy within_many_scopes on %s to eduduty_app_scattered using (%s) with check (%2$s)',
    target, many);
  execute format('drop policy if exists maintenance on %s', target);
  execute format('create policy maintenance on %s to eduduty_maintainer using (true) with check (true)', target);
end $$;
comment on function platform_confine_rows(regclass) is '一张表的行级访问规则：可及一段、二至八段、更多段三种，另有维护者';

create or replace function platform_confine(target regclass, privileges text) returns void
  language plpgsql as $$
declare
  short_name text := (select relname from pg_class where oid = target);
begin
  if length(short_name) > 54 then short_name := left(short_name, 45) || '_' || left(md5(short_name), 8); end if;
  execute format('create index if not exists %I on %s (org_path text_pattern_ops)', short_name || '_by_place', target);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  perform platform_confine_rows(target);
  execute format('alter table %s drop constraint if exists org_path_in_county', target);
  execute format(
    'alter table %s add constraint org_path_in_county check (platform_county_of(org_path) = county_code)', target);
  perform platform_share(target, privileges);
end $$;

create or replace function platform_share(target regclass, privileges text) returns void
  language plpgsql as $$
begin
  execute format('grant %s on %s to eduduty_app, eduduty_app_several, eduduty_app_scattered', privileges, target);
  execute format('grant select, insert, update, delete on %s to eduduty_maintainer', target);
end $$;

-- What is there already: the new shape, and for the new group exactly the rights of the others. Checks of rows and
-- indexes are as they were, so no table is read.
do $$
declare
  held record;
begin
  for held in select polrelid::regclass as target from pg_policy where polname = 'within_scopes' loop
    perform platform_confine_rows(held.target);
  end loop;
  for held in
    select c.oid::regclass as target, string_agg(a.privilege_type, ', ') as privileges
    from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.grantee = 'eduduty_app'::regrole
    group by c.oid
  loop
    execute format('grant %s on %s to eduduty_app_several', held.privileges, held.target);
  end loop;
  for held in
    select f.attrelid::regclass as target, f.attname as name, a.privilege_type as privilege
    from pg_attribute f join pg_class c on c.oid = f.attrelid, aclexplode(f.attacl) a
    where c.relnamespace = 'public'::regnamespace and a.grantee = 'eduduty_app'::regrole
  loop
    execute format('grant %s (%I) on %s to eduduty_app_several', held.privilege, held.name, held.target);
  end loop;
end $$;
