-- A one-time code for an administrator is of no use until another administrator than its issuer has confirmed it.
alter table identity_accounts add column secret_issued_by text;
alter table identity_accounts add column secret_issued_at timestamptz;
alter table identity_accounts add column secret_confirmed_by text check (secret_confirmed_by <> secret_issued_by);
comment on column identity_accounts.secret_issued_by is '一次性启用码的发放人';
comment on column identity_accounts.secret_issued_at is '一次性启用码的发放时间';
comment on column identity_accounts.secret_confirmed_by is '管理员的启用码由谁确认，不得与发放人相同；空为还没有确认，还不能使用';
-- Those on their way already were issued under the former rule, and end within three days.
update identity_accounts set secret_confirmed_by = 'before_this_rule' where secret_hash is not null;
