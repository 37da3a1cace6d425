-- The expiring store's table for H2 (2.2.220 and later). Running it again changes nothing. Keys are ASCII.
create table if not exists borgerbro_expiring (
    store_key  varbinary(200)   not null primary key,
    content    varbinary(65536) not null,
    expires_at timestamp(6) with time zone not null
);

create index if not exists borgerbro_expiring_by_time on borgerbro_expiring (expires_at);
