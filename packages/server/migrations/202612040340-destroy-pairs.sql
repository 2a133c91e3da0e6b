-- With what is personal in a case that ended long ago the masked names in its time limits go, too: only the title changes.
grant update (title) on clocks_firings to eduduty_app, eduduty_app_several, eduduty_app_scattered;
create function clocks_only_forgotten() returns trigger
  language plpgsql as $$
begin
  if not exists (select from clocks_clocks c where c.county_code = new.county_code and c.clock_id = new.clock_id
      and c.title = new.title) then
    raise exception 'what was sent for a time limit is only added to';
  end if;
  return new;
end $$;
comment on function clocks_only_forgotten() is '发出的提醒只有在期限的名称改为“已销毁”以后，名称才可以跟着改';
create trigger clocks_only_forgotten before update of title on clocks_firings
  for each row execute function clocks_only_forgotten();
