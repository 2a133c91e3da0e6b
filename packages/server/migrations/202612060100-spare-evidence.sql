-- A pack may ask a material of those alone whom its condition means: by the newest evaluation, others are spared it.
alter table archive_needs add column spared_because text;
comment on column archive_needs.spared_because is '为什么不适用：标准包的条件按评估结果对本单位不成立；适用的、还判断不了的为空';
