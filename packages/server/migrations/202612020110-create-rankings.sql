-- The ranking of the units of one rating and year as it was published, each unit's place for itself, and the letters.
create table appraisal_rankings (
  county_code text not null,
  ranking_id text not null,
  org_path text not null,
  pack_id text not null,
  rating_id text not null,
  rating_title text not null,
  year integer not null check (year between 1949 and 2999),
  document_no text not null check (document_no <> ''),
  dated_on date not null,
  units integer not null check (units >= 1),
  left_out integer not null check (left_out >= 0),
  published_by text not null,
  published_at timestamptz not null,
  primary key (county_code, ranking_id)
);
create index appraisal_rankings_set on appraisal_rankings (county_code, pack_id, rating_id, year);
comment on table appraisal_rankings is '发布的考核排名：只追加，结论变了另发';
comment on column appraisal_rankings.county_code is '县级行政区划代码';
comment on column appraisal_rankings.ranking_id is '排名标识';
comment on column appraisal_rankings.org_path is '排名的县在组织树中的路径';
comment on column appraisal_rankings.pack_id is '标准包标识';
comment on column appraisal_rankings.rating_id is '评分定等标识';
comment on column appraisal_rankings.rating_title is '评分定等名称';
comment on column appraisal_rankings.year is '年度';
comment on column appraisal_rankings.document_no is '文号';
comment on column appraisal_rankings.dated_on is '成文日期';
comment on column appraisal_rankings.units is '排名的单位数';
comment on column appraisal_rankings.left_out is '没有排名的单位数';
comment on column appraisal_rankings.published_by is '发布人姓名';
comment on column appraisal_rankings.published_at is '发布时间';
select platform_confine('appraisal_rankings', 'select, insert');
select platform_carry('appraisal_rankings');

create table appraisal_ranks (
  county_code text not null,
  ranking_id text not null,
  appraisal_id text not null,
  org_path text not null,
  place integer not null check (place >= 1),
  is_tied boolean not null,
  units integer not null check (units >= 1),
  version integer not null check (version >= 1),
  document_no text not null,
  dated_on date not null,
  published_at timestamptz not null,
  primary key (county_code, ranking_id, appraisal_id),
  foreign key (county_code, ranking_id) references appraisal_rankings (county_code, ranking_id),
  foreign key (county_code, appraisal_id, version) references appraisal_results (county_code, appraisal_id, version)
);
create index appraisal_ranks_appraisal on appraisal_ranks (county_code, appraisal_id);
comment on table appraisal_ranks is '发布的排名里各单位的名次，单位只看得到自己的：只追加';
comment on column appraisal_ranks.county_code is '县级行政区划代码';
comment on column appraisal_ranks.ranking_id is '排名标识';
comment on column appraisal_ranks.appraisal_id is '评议标识';
comment on column appraisal_ranks.org_path is '被评单位在组织树中的路径';
comment on column appraisal_ranks.place is '名次';
comment on column appraisal_ranks.is_tied is '与别的单位并列';
comment on column appraisal_ranks.units is '排名的单位数';
comment on column appraisal_ranks.version is '按第几版结论';
comment on column appraisal_ranks.document_no is '文号';
comment on column appraisal_ranks.dated_on is '成文日期';
comment on column appraisal_ranks.published_at is '发布时间';
select platform_confine('appraisal_ranks', 'select, insert');
select platform_carry('appraisal_ranks');

create table appraisal_letters (
  county_code text not null,
  letter_id text not null,
  appraisal_id text not null,
  org_path text not null,
  series text not null check (series <> ''),
  letter_no integer not null check (letter_no >= 1),
  version integer not null check (version >= 1),
  content jsonb not null,
  dated_on date not null,
  issued_by text not null,
  issued_at timestamptz not null,
  primary key (county_code, letter_id),
  foreign key (county_code, appraisal_id, version) references appraisal_results (county_code, appraisal_id, version)
);
create unique index appraisal_letters_number on appraisal_letters (county_code, series, letter_no);
create index appraisal_letters_appraisal on appraisal_letters (county_code, appraisal_id);
comment on table appraisal_letters is '考核结果通知书：内容照出具时保存，只追加';
comment on column appraisal_letters.county_code is '县级行政区划代码';
comment on column appraisal_letters.letter_id is '通知书标识';
comment on column appraisal_letters.appraisal_id is '评议标识';
comment on column appraisal_letters.org_path is '被评单位在组织树中的路径';
comment on column appraisal_letters.series is '发文字号的机关代字和年份';
comment on column appraisal_letters.letter_no is '发文字号的序号';
comment on column appraisal_letters.version is '按第几版结论';
comment on column appraisal_letters.content is '通知书的内容';
comment on column appraisal_letters.dated_on is '成文日期';
comment on column appraisal_letters.issued_by is '出具人姓名';
comment on column appraisal_letters.issued_at is '出具时间';
select platform_confine('appraisal_letters', 'select, insert');
select platform_carry('appraisal_letters');
