-- What is personal in a case that ended long ago is destroyed: proposed by one, approved by another. Figures stay.
alter table enrolment_holdings add column destroyed_on date;
comment on column enrolment_holdings.destroyed_on is '个人信息在哪天销毁；空为没有销毁';
alter table archive_versions add column destroyed_at timestamptz;
comment on column archive_versions.destroyed_at is '保管期满销毁的时间：文件随后清除，记录保留';

create table enrolment_destructions (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  destruction_id text not null,
  org_path text not null,
  closed_until date not null,
  years integer not null check (years >= 1),
  cases integer not null check (cases >= 1),
  reason text not null check (reason <> ''),
  state text not null check (state in ('proposed', 'approved', 'refused')),
  proposed_by text not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by text not null default '',
  decided_by_name text not null default '',
  decided_at timestamptz,
  answer text not null default '',
  destroyed integer not null default 0,
  primary key (county_code, destruction_id),
  check (decided_by <> proposed_by),
  check ((state = 'proposed') = (decided_at is null))
);
create unique index enrolment_destructions_open on enrolment_destructions (county_code) where state = 'proposed';
comment on table enrolment_destructions is '到期个案个人信息的销毁：谁提请、谁批准、销毁了多少';
comment on column enrolment_destructions.county_code is '县级行政区划代码';
comment on column enrolment_destructions.destruction_id is '标识';
comment on column enrolment_destructions.org_path is '县在组织树中的路径';
comment on column enrolment_destructions.closed_until is '销案在这天以前（含）的';
comment on column enrolment_destructions.years is '销案后保管几年';
comment on column enrolment_destructions.cases is '提请时多少个案';
comment on column enrolment_destructions.reason is '提请的理由';
comment on column enrolment_destructions.state is 'proposed 待批准，approved 已批准并销毁，refused 未批准';
comment on column enrolment_destructions.proposed_by is '提请人标识';
comment on column enrolment_destructions.proposed_by_name is '提请人姓名';
comment on column enrolment_destructions.proposed_at is '提请时间';
comment on column enrolment_destructions.decided_by is '批准人标识';
comment on column enrolment_destructions.decided_by_name is '批准人姓名';
comment on column enrolment_destructions.decided_at is '批准时间';
comment on column enrolment_destructions.answer is '批准人的话';
comment on column enrolment_destructions.destroyed is '销毁了多少个案';
select platform_confine('enrolment_destructions', 'select, insert, update');

-- Histories are only added to, but for this: words of a case that is marked as destroyed are taken out.
grant update (says, fields, proof) on enrolment_events to eduduty_app, eduduty_app_several, eduduty_app_scattered;
grant update (content) on enrolment_case_papers to eduduty_app, eduduty_app_several, eduduty_app_scattered;
create function enrolment_only_destroyed() returns trigger
  language plpgsql as $$
begin
  if not exists (select from enrolment_holdings h where h.county_code = new.county_code and h.case_id = new.case_id
      and h.holding_no = new.holding_no and h.destroyed_on is not null) then
    raise exception 'the history of a case is only added to';
  end if;
  return new;
end $$;
comment on function enrolment_only_destroyed() is '只有个人信息已销毁的个案，经过和文书的文字才可以清除';
create trigger enrolment_only_destroyed before update of says, fields, proof on enrolment_events
  for each row execute function enrolment_only_destroyed();
create trigger enrolment_only_destroyed before update of content on enrolment_case_papers
  for each row execute function enrolment_only_destroyed();
