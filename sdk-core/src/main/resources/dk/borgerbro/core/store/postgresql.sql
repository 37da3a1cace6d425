-- The expiring store's table for PostgreSQL (12 and later). Running it again changes nothing. Keys are ASCII.
create table if not exists borgerbro_expiring (
    store_key  bytea        not null primary key,
    content    bytea        not null,
    expires_at timestamptz  not null
);

create index if not exists borgerbro_expiring_by_time on borgerbro_expiring (expires_at);
