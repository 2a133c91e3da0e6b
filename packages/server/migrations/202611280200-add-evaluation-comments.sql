-- What people say about an indicator or a figure. It outlives the run it was written at: the same evaluation again
-- replaces its run, and what was said of it is not to go with it. Nothing is changed: a comment that is taken back gets
-- a row that takes it back.
create table evaluation_comments (
  county_code text not null,
  comment_id text not null,
  run_id text not null,
  pack_id text not null,
  year integer not null check (year between 1949 and 2999),
  node text not null check (node <> ''),
  subject text not null default '',
  subject_name text not null default '',
  body text not null check (char_length(body) <= 500),
  retracts text,
  written_by text not null,
  writer_name text not null,
  written_at timestamptz not null,
  org_path text not null,
  primary key (county_code, comment_id),
  foreign key (county_code, retracts) references evaluation_comments (county_code, comment_id),
  check ((retracts is null) = (body <> ''))
);
create index evaluation_comments_by_node on evaluation_comments (county_code, pack_id, node, written_at);
create unique index evaluation_comments_retracted on evaluation_comments (county_code, retracts) where retracts is not null;
comment on table evaluation_comments is '对指标或数字的批注；只增不改，撤回另记一行';
comment on column evaluation_comments.county_code is '县级行政区划代码';
comment on column evaluation_comments.comment_id is '批注标识';
comment on column evaluation_comments.run_id is '写批注时所看的评估；评估重做或清理后，批注仍保留';
comment on column evaluation_comments.pack_id is '标准包标识';
comment on column evaluation_comments.year is '年度';
comment on column evaluation_comments.node is '要素或指标标识';
comment on column evaluation_comments.subject is '对象标识；空为整项指标';
comment on column evaluation_comments.subject_name is '写批注时对象的名称';
comment on column evaluation_comments.body is '批注内容；撤回的行为空';
comment on column evaluation_comments.retracts is '这一行撤回的是哪一条批注；空为批注本身';
comment on column evaluation_comments.written_by is '批注人标识';
comment on column evaluation_comments.writer_name is '批注人姓名';
comment on column evaluation_comments.written_at is '批注时间';
comment on column evaluation_comments.org_path is '所批注的对象在组织树中的路径';
select platform_confine('evaluation_comments', 'select, insert');
