-- Certificates by which a step with a case is proved: filed in the evidence archive with the case, and part of its history.
alter table enrolment_case_files drop constraint enrolment_case_files_kind_check;
alter table enrolment_case_files add constraint enrolment_case_files_kind_check
  check (kind in ('photo', 'signature', 'proof'));
comment on column enrolment_case_files.kind is 'photo 照片，signature 签字，proof 证明材料';
comment on table enrolment_case_files is '走访的照片和签字、复学和销案的证明（敏感个人信息）：每个承办单位各存一份目录，文件在佐证档案里，只追加';
