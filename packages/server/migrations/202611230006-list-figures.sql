alter table evaluation_figures
  add column figure_no integer not null default 0,
  add column grain text not null default '',
  add column node text not null default '',
  add column subject text not null default '',
  add column figure jsonb;
update evaluation_figures set
  node = split_part(figure_id, '@', 1),
  subject = substr(figure_id, strpos(figure_id, '@') + 1),
  figure = content -> 'figure',
  content = content - 'figure';
update evaluation_figures set grain = listed.grain, figure_no = listed.node_no
from (
  select county_code, run_id, listed_node ->> 'id' as node, listed_node ->> 'grain' as grain, node_no::integer
  from evaluation_runs, jsonb_array_elements(assessment -> 'nodes') with ordinality as listed_nodes (listed_node, node_no)
) as listed
where evaluation_figures.county_code = listed.county_code
  and evaluation_figures.run_id = listed.run_id
  and evaluation_figures.node = listed.node;
update evaluation_figures set figure_no = numbered.figure_no
from (
  select county_code, run_id, figure_id,
    row_number() over (partition by county_code, run_id order by figure_no, figure_id) as figure_no
  from evaluation_figures
) as numbered
where evaluation_figures.county_code = numbered.county_code
  and evaluation_figures.run_id = numbered.run_id
  and evaluation_figures.figure_id = numbered.figure_id;
alter table evaluation_figures alter column figure set not null;
create index evaluation_figures_by_node on evaluation_figures (county_code, run_id, node, figure_no);
create index evaluation_figures_in_order on evaluation_figures (county_code, run_id, figure_no);
comment on column evaluation_figures.figure_no is '次序：按标准包，再按对象';
comment on column evaluation_figures.grain is '层级';
comment on column evaluation_figures.node is '要素或指标标识';
comment on column evaluation_figures.subject is '对象标识';
comment on column evaluation_figures.figure is '数字：值、状态、标准、差额';
comment on column evaluation_figures.content is '来历与引用它的句子';
