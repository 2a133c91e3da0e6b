-- What things cost, as a county reckons it itself: no pack brings a price. Nothing is changed: another price is another row,
-- and one without an amount takes the former back.
create table evaluation_prices (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  price_id text not null,
  of_title text not null check (of_title <> ''),
  unit text not null,
  yuan numeric(12, 2) check (yuan > 0),
  per text not null check (per in ('once', 'yearly')),
  source text not null check (char_length(source) between 2 and 300),
  since date not null,
  person_id text not null,
  person_name text not null,
  entered_at timestamptz not null,
  org_path text not null,
  primary key (county_code, price_id)
);
create index evaluation_prices_by_thing on evaluation_prices (county_code, of_title, since, entered_at);
comment on table evaluation_prices is '本县测算单价：把差距折成钱用；只增不改，换价另记一行';
comment on column evaluation_prices.county_code is '县级行政区划代码';
comment on column evaluation_prices.price_id is '单价标识';
comment on column evaluation_prices.of_title is '什么的单价，与指标差距所计的资源同名';
comment on column evaluation_prices.unit is '计量单位';
comment on column evaluation_prices.yuan is '每单位多少元；空为撤下';
comment on column evaluation_prices.per is 'once 一次性，yearly 每年';
comment on column evaluation_prices.source is '测算依据';
comment on column evaluation_prices.since is '从哪天起用';
comment on column evaluation_prices.person_id is '录入人标识';
comment on column evaluation_prices.person_name is '录入人姓名';
comment on column evaluation_prices.entered_at is '录入时间';
comment on column evaluation_prices.org_path is '县在组织树中的路径';
select platform_confine('evaluation_prices', 'select, insert');
select platform_carry('evaluation_prices');
