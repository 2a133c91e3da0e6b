-- Kinds of files stand as a list, as other lists of a row do, and the particulars of a paper are called as its pages call them.
alter table archive_needs drop constraint archive_needs_accepts_check;
alter table archive_needs alter column accepts drop default;
alter table archive_needs alter column accepts type text[] using string_to_array(accepts, ' ');
alter table archive_needs alter column accepts set default '{}';
alter table archive_needs add constraint archive_needs_accepts_check
  check (array_to_string(accepts, ' ', '') ~ '^([a-z]+( [a-z]+)*)?$');
comment on column archive_needs.accepts is '收哪些种类的文件：pdf、image、ofd、word、excel、slides、text；空的都收';

comment on table archive_papers is '佐证材料：一份材料及其材料信息；文件另存，可有几个版本';
comment on column archive_papers.lacks is '材料信息还缺哪几项，如 落款日期、形成单位；空为不缺，或没有要求补';
comment on column archive_links.lacks is '所用材料的材料信息还缺哪几项；空为不缺，或没有要求补';
