-- Children whom schools, townships and counties care for: where they are placed, lessons at home, care plans and visits, and
-- what experts found out. As with cases, each unit that holds a child has a whole copy of what it may see.

create table enrolment_care_children (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  child_id text not null,
  holding_no integer not null check (holding_no >= 1),
  org_path text not null,
  unit_id text not null,
  unit_name text not null,
  line text not null check (line in ('学校', '乡镇', '县')),
  from_on date not null,
  until_on date,
  is_lead boolean not null,
  child_name text not null check (child_name <> ''),
  sex text not null default '' check (sex in ('', '男', '女')),
  birth_on date,
  id_number_sealed text,
  id_number_index text,
  guardian text not null default '',
  phone_sealed text,
  address text not null default '',
  village text not null default '',
  groups text[] not null,
  grade text not null default '',
  township_id text not null,
  township_name text not null,
  school_id text,
  school_name text not null default '',
  placement text not null default '',
  placement_title text not null default '',
  is_at_home boolean not null default false,
  placed_on date,
  review_on date,
  care text not null default '',
  care_title text not null default '',
  helper text not null default '',
  last_visit_on date,
  visit_due_on date,
  clock_id text,
  registered_on date not null,
  closed_on date,
  source text not null check (source in ('case', 'ledger', 'person')),
  case_id text,
  primary key (county_code, child_id, holding_no)
);
create unique index enrolment_care_children_lead on enrolment_care_children (county_code, child_id) where is_lead and until_on is null;
create unique index enrolment_care_children_line on enrolment_care_children (county_code, child_id, line) where until_on is null;
create unique index enrolment_care_children_once on enrolment_care_children (county_code, id_number_index)
  where is_lead and until_on is null and closed_on is null;
create index enrolment_care_children_due on enrolment_care_children (county_code, visit_due_on, child_id) where is_lead and until_on is null;
comment on table enrolment_care_children is '关爱与安置的儿童：由学校、乡镇、县分别掌握，各存一份看得见的内容；转出的一份停在转出那天';
comment on column enrolment_care_children.county_code is '县级行政区划代码';
comment on column enrolment_care_children.child_id is '儿童标识';
comment on column enrolment_care_children.holding_no is '第几份，从 1 起';
comment on column enrolment_care_children.org_path is '掌握单位在组织树中的路径';
comment on column enrolment_care_children.unit_id is '掌握单位标识';
comment on column enrolment_care_children.unit_name is '掌握单位名称（登记时）';
comment on column enrolment_care_children.line is '哪一级';
comment on column enrolment_care_children.from_on is '从哪天起';
comment on column enrolment_care_children.until_on is '到哪天止；空为现在';
comment on column enrolment_care_children.is_lead is '是否主份：清单和统计只数这一份';
comment on column enrolment_care_children.child_name is '姓名';
comment on column enrolment_care_children.sex is '性别';
comment on column enrolment_care_children.birth_on is '出生日期';
comment on column enrolment_care_children.id_number_sealed is '公民身份号码，加密';
comment on column enrolment_care_children.id_number_index is '公民身份号码的盲索引，与各名册同一算法';
comment on column enrolment_care_children.guardian is '监护人';
comment on column enrolment_care_children.phone_sealed is '监护人电话，加密';
comment on column enrolment_care_children.address is '住址';
comment on column enrolment_care_children.village is '村（社区）';
comment on column enrolment_care_children.groups is '特殊群体';
comment on column enrolment_care_children.grade is '年级、班级';
comment on column enrolment_care_children.township_id is '乡镇（街道）单位标识';
comment on column enrolment_care_children.township_name is '乡镇（街道）名称';
comment on column enrolment_care_children.school_id is '学校单位标识；空为没有';
comment on column enrolment_care_children.school_name is '学校名称';
comment on column enrolment_care_children.placement is '现在的安置方式，按标准包；空为没有';
comment on column enrolment_care_children.placement_title is '现在的安置方式名称';
comment on column enrolment_care_children.is_at_home is '是否送教上门';
comment on column enrolment_care_children.placed_on is '现在的安置从哪天起';
comment on column enrolment_care_children.review_on is '哪天以前复核';
comment on column enrolment_care_children.care is '关爱类别，按标准包；空为没有关爱方案';
comment on column enrolment_care_children.care_title is '关爱类别名称';
comment on column enrolment_care_children.helper is '结对帮扶人';
comment on column enrolment_care_children.last_visit_on is '最近一次走访';
comment on column enrolment_care_children.visit_due_on is '下次走访最晚哪天';
comment on column enrolment_care_children.clock_id is '走访的期限';
comment on column enrolment_care_children.registered_on is '登记日期';
comment on column enrolment_care_children.closed_on is '结束日期；空为在管';
comment on column enrolment_care_children.source is '来自：case 个案，ledger 适龄儿童台账，person 直接登记';
comment on column enrolment_care_children.case_id is '哪一个劝返个案';
select platform_confine('enrolment_care_children', 'select, insert, update');

create table enrolment_placements (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  child_id text not null,
  holding_no integer not null,
  record_no integer not null check (record_no >= 1),
  org_path text not null,
  on_day date not null,
  deed text not null check (deed in ('placed', 'reviewed', 'ended')),
  kind text not null,
  title text not null,
  is_at_home boolean not null,
  school_id text,
  school_name text not null default '',
  class text not null default '',
  decided_by text not null,
  opinion text not null default '',
  reasons text not null default '',
  review_on date,
  pack text not null,
  version text not null,
  unit_name text not null,
  person_id text not null,
  person_name text not null,
  recorded_at timestamptz not null,
  primary key (county_code, child_id, holding_no, record_no),
  foreign key (county_code, child_id, holding_no) references enrolment_care_children (county_code, child_id, holding_no)
);
comment on table enrolment_placements is '安置方案的经过（敏感个人信息）：安置、复核、结束，每个掌握单位各存一份，只追加';
comment on column enrolment_placements.county_code is '县级行政区划代码';
comment on column enrolment_placements.child_id is '儿童标识';
comment on column enrolment_placements.holding_no is '第几份';
comment on column enrolment_placements.record_no is '次序，各份相同';
comment on column enrolment_placements.org_path is '掌握单位在组织树中的路径';
comment on column enrolment_placements.on_day is '哪天';
comment on column enrolment_placements.deed is 'placed 安置，reviewed 复核后不变，ended 结束';
comment on column enrolment_placements.kind is '安置方式，按标准包';
comment on column enrolment_placements.title is '安置方式名称';
comment on column enrolment_placements.is_at_home is '是否送教上门';
comment on column enrolment_placements.school_id is '学校单位标识';
comment on column enrolment_placements.school_name is '学校名称';
comment on column enrolment_placements.class is '班级';
comment on column enrolment_placements.decided_by is '谁决定的';
comment on column enrolment_placements.opinion is '专家委员会意见';
comment on column enrolment_placements.reasons is '理由';
comment on column enrolment_placements.review_on is '哪天以前复核';
comment on column enrolment_placements.pack is '按哪个标准包';
comment on column enrolment_placements.version is '标准包版本';
comment on column enrolment_placements.unit_name is '记录单位';
comment on column enrolment_placements.person_id is '记录人标识';
comment on column enrolment_placements.person_name is '记录人姓名';
comment on column enrolment_placements.recorded_at is '记录时间';
select platform_confine('enrolment_placements', 'select, insert');
select platform_carry('enrolment_placements');

create table enrolment_lessons (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  child_id text not null,
  holding_no integer not null,
  record_no integer not null check (record_no >= 1),
  org_path text not null,
  on_day date not null,
  state text not null check (state in ('held', 'cancelled', 'struck')),
  strikes integer,
  teachers text not null default '',
  hours numeric(4, 1) not null default 0 check (hours >= 0),
  taught text not null default '',
  place text not null default '',
  reason text not null default '',
  unit_name text not null,
  person_id text not null,
  person_name text not null,
  recorded_at timestamptz not null,
  primary key (county_code, child_id, holding_no, record_no),
  foreign key (county_code, child_id, holding_no) references enrolment_care_children (county_code, child_id, holding_no),
  check ((state = 'struck') = (strikes is not null))
);
comment on table enrolment_lessons is '送教上门记录：每个掌握单位各存一份，只追加；写错的另写一条作废';
comment on column enrolment_lessons.county_code is '县级行政区划代码';
comment on column enrolment_lessons.child_id is '儿童标识';
comment on column enrolment_lessons.holding_no is '第几份';
comment on column enrolment_lessons.record_no is '次序，各份相同';
comment on column enrolment_lessons.org_path is '掌握单位在组织树中的路径';
comment on column enrolment_lessons.on_day is '哪天';
comment on column enrolment_lessons.state is 'held 送到，cancelled 没有上成，struck 把另一条作废';
comment on column enrolment_lessons.strikes is '作废哪一条';
comment on column enrolment_lessons.teachers is '教师';
comment on column enrolment_lessons.hours is '课时';
comment on column enrolment_lessons.taught is '教了什么';
comment on column enrolment_lessons.place is '在哪里';
comment on column enrolment_lessons.reason is '没有上成、作废的原因';
comment on column enrolment_lessons.unit_name is '记录单位';
comment on column enrolment_lessons.person_id is '记录人标识';
comment on column enrolment_lessons.person_name is '记录人姓名';
comment on column enrolment_lessons.recorded_at is '记录时间';
select platform_confine('enrolment_lessons', 'select, insert');
select platform_carry('enrolment_lessons');

create table enrolment_care_plans (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  child_id text not null,
  holding_no integer not null,
  record_no integer not null check (record_no >= 1),
  org_path text not null,
  on_day date not null,
  kind text not null,
  title text not null,
  carer text not null,
  situation text not null,
  needs text not null,
  measures text not null,
  helper text not null,
  helper_post text not null,
  helper_phone_sealed text,
  unit_name text not null,
  person_id text not null,
  person_name text not null,
  recorded_at timestamptz not null,
  primary key (county_code, child_id, holding_no, record_no),
  foreign key (county_code, child_id, holding_no) references enrolment_care_children (county_code, child_id, holding_no)
);
comment on table enrolment_care_plans is '关爱方案（一人一策，敏感个人信息）：每个掌握单位各存一份，只追加，最后一份有效';
comment on column enrolment_care_plans.county_code is '县级行政区划代码';
comment on column enrolment_care_plans.child_id is '儿童标识';
comment on column enrolment_care_plans.holding_no is '第几份';
comment on column enrolment_care_plans.record_no is '次序，各份相同';
comment on column enrolment_care_plans.org_path is '掌握单位在组织树中的路径';
comment on column enrolment_care_plans.on_day is '哪天';
comment on column enrolment_care_plans.kind is '关爱类别，按标准包';
comment on column enrolment_care_plans.title is '关爱类别名称';
comment on column enrolment_care_plans.carer is '现在由谁照料';
comment on column enrolment_care_plans.situation is '基本情况';
comment on column enrolment_care_plans.needs is '需要什么';
comment on column enrolment_care_plans.measures is '帮扶措施';
comment on column enrolment_care_plans.helper is '结对帮扶人';
comment on column enrolment_care_plans.helper_post is '帮扶人单位、职务';
comment on column enrolment_care_plans.helper_phone_sealed is '帮扶人电话，加密';
comment on column enrolment_care_plans.unit_name is '记录单位';
comment on column enrolment_care_plans.person_id is '记录人标识';
comment on column enrolment_care_plans.person_name is '记录人姓名';
comment on column enrolment_care_plans.recorded_at is '记录时间';
select platform_confine('enrolment_care_plans', 'select, insert');
select platform_carry('enrolment_care_plans');

create table enrolment_care_visits (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  child_id text not null,
  holding_no integer not null,
  record_no integer not null check (record_no >= 1),
  org_path text not null,
  on_day date not null,
  visitors text not null,
  found text not null,
  next text not null default '',
  days_late integer not null default 0 check (days_late >= 0),
  unit_name text not null,
  person_id text not null,
  person_name text not null,
  recorded_at timestamptz not null,
  primary key (county_code, child_id, holding_no, record_no),
  foreign key (county_code, child_id, holding_no) references enrolment_care_children (county_code, child_id, holding_no)
);
create index enrolment_care_visits_person on enrolment_care_visits (county_code, person_id, recorded_at);
comment on table enrolment_care_visits is '关爱走访：每个掌握单位各存一份，只追加';
comment on column enrolment_care_visits.county_code is '县级行政区划代码';
comment on column enrolment_care_visits.child_id is '儿童标识';
comment on column enrolment_care_visits.holding_no is '第几份';
comment on column enrolment_care_visits.record_no is '次序，各份相同';
comment on column enrolment_care_visits.org_path is '掌握单位在组织树中的路径';
comment on column enrolment_care_visits.on_day is '哪天';
comment on column enrolment_care_visits.visitors is '走访人';
comment on column enrolment_care_visits.found is '发现的情况';
comment on column enrolment_care_visits.next is '下一步';
comment on column enrolment_care_visits.days_late is '比应走访的日子晚几天';
comment on column enrolment_care_visits.unit_name is '记录单位';
comment on column enrolment_care_visits.person_id is '记录人标识';
comment on column enrolment_care_visits.person_name is '记录人姓名';
comment on column enrolment_care_visits.recorded_at is '记录时间';
select platform_confine('enrolment_care_visits', 'select, insert');
select platform_carry('enrolment_care_visits');

create table enrolment_diagnoses (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  child_id text not null,
  holding_no integer not null,
  record_no integer not null check (record_no >= 1),
  org_path text not null,
  on_day date not null,
  title text not null,
  assessed_by text not null,
  content_sealed text not null,
  unit_name text not null,
  person_id text not null,
  person_name text not null,
  recorded_at timestamptz not null,
  primary key (county_code, child_id, holding_no, record_no),
  foreign key (county_code, child_id, holding_no) references enrolment_care_children (county_code, child_id, holding_no)
);
comment on table enrolment_diagnoses is '特教评估结果（敏感个人信息，内容加密）：学校和县各存一份，只有标准包指定的岗位可以看，只追加';
comment on column enrolment_diagnoses.county_code is '县级行政区划代码';
comment on column enrolment_diagnoses.child_id is '儿童标识';
comment on column enrolment_diagnoses.holding_no is '第几份';
comment on column enrolment_diagnoses.record_no is '次序，各份相同';
comment on column enrolment_diagnoses.org_path is '掌握单位在组织树中的路径';
comment on column enrolment_diagnoses.on_day is '哪天';
comment on column enrolment_diagnoses.title is '评估种类名称';
comment on column enrolment_diagnoses.assessed_by is '由谁评估';
comment on column enrolment_diagnoses.content_sealed is '各项内容，加密';
comment on column enrolment_diagnoses.unit_name is '记录单位';
comment on column enrolment_diagnoses.person_id is '记录人标识';
comment on column enrolment_diagnoses.person_name is '记录人姓名';
comment on column enrolment_diagnoses.recorded_at is '记录时间';
select platform_confine('enrolment_diagnoses', 'select, insert');
select platform_carry('enrolment_diagnoses');
