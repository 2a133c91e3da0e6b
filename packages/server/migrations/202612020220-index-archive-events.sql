-- What somebody has done in the archive is asked for by person.
create index archive_events_person on archive_events (county_code, person_id, happened_at desc);
