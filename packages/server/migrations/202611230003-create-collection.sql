create table collection_files (
  county_code text not null check (county_code ~ '^[0-9A-Z]{1,12}$'),
  file_id text not null,
  name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes >= 0),
  kind text not null check (kind in ('xlsx', 'xls', 'csv', 'other')),
  status text not null default 'read' check (status in ('read', 'refused')),
  read_at timestamptz not null,
  primary key (county_code, file_id)
);
comment on table collection_files is '读入的来源文件';
comment on column collection_files.county_code is '县级行政区划代码';
comment on column collection_files.file_id is '文件标识';
comment on column collection_files.name is '文件名（相对于所读文件夹的路径）';
comment on column collection_files.sha256 is '文件内容的 SHA-256';
comment on column collection_files.bytes is '文件大小（字节）';
comment on column collection_files.kind is '文件种类';
comment on column collection_files.status is '读取结果：read 已读，refused 拒收';
comment on column collection_files.read_at is '读入时间';

create table collection_sheets (
  county_code text not null,
  file_id text not null,
  sheet_no integer not null check (sheet_no >= 1),
  name text not null,
  hidden boolean not null default false,
  register text,
  layout jsonb,
  grid text,
  primary key (county_code, file_id, sheet_no),
  foreign key (county_code, file_id) references collection_files (county_code, file_id) on delete cascade
);
comment on table collection_sheets is '来源文件中的工作表';
comment on column collection_sheets.county_code is '县级行政区划代码';
comment on column collection_sheets.file_id is '文件标识';
comment on column collection_sheets.sheet_no is '工作表序号，从 1 起';
comment on column collection_sheets.name is '工作表名称';
comment on column collection_sheets.hidden is '是否隐藏';
comment on column collection_sheets.register is '识别出的台账标识；空为未识别';
comment on column collection_sheets.layout is '版式：各列标识所在的列字母，纵表为单元格地址';
comment on column collection_sheets.grid is '工作表各单元格显示内容（JSON 文本），供页面显示来源单元格及其周围';

create table collection_submissions (
  county_code text not null,
  submission_id text not null,
  pack_id text not null,
  register text not null,
  unit_code text not null,
  unit_name text not null default '',
  year integer not null check (year between 1949 and 2999),
  period text not null default '',
  status text not null check (status in ('draft', 'submitted', 'returned', 'verified', 'frozen')),
  supersedes text,
  file_id text,
  sheet_no integer,
  org_path text not null default '',
  created_at timestamptz not null,
  primary key (county_code, submission_id),
  foreign key (county_code, file_id) references collection_files (county_code, file_id),
  foreign key (county_code, supersedes) references collection_submissions (county_code, submission_id)
    deferrable initially immediate
);
create index collection_submissions_by_unit on collection_submissions (county_code, register, year, unit_code);
create index collection_submissions_by_file on collection_submissions (county_code, file_id);
comment on table collection_submissions is '一个单位一期填报一张台账；更正另立新填报，不覆盖旧的';
comment on column collection_submissions.county_code is '县级行政区划代码';
comment on column collection_submissions.submission_id is '填报标识';
comment on column collection_submissions.pack_id is '标准包标识';
comment on column collection_submissions.register is '台账标识';
comment on column collection_submissions.unit_code is '填报单位代码';
comment on column collection_submissions.unit_name is '填报单位名称';
comment on column collection_submissions.year is '年度（学年取起始年）';
comment on column collection_submissions.period is '年度以内的期次（学期、月）；空为全年';
comment on column collection_submissions.status is '状态：draft 填报中，submitted 已上报，returned 已退回，verified 已审核，frozen 已冻结';
comment on column collection_submissions.supersedes is '所更正的旧填报';
comment on column collection_submissions.file_id is '来源文件标识';
comment on column collection_submissions.sheet_no is '来源工作表序号';
comment on column collection_submissions.org_path is '单位在组织树中的路径';
comment on column collection_submissions.created_at is '建立时间';
