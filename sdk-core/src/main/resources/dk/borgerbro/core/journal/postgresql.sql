-- The journal's tables for PostgreSQL (12 and later). Running it again changes nothing.
create table if not exists borgerbro_journal (
    id             bigint generated always as identity primary key,
    service        varchar(40)    not null,
    authority      varchar(8)     not null,
    event_key      varchar(120)   not null,
    content_digest varchar(64)    not null,
    state          varchar(10)    not null,
    answer         varchar(65536) not null,
    claims         integer        not null,
    lease_until    timestamptz,
    created_at     timestamptz    not null,
    updated_at     timestamptz    not null,
    constraint borgerbro_journal_event unique (service, authority, event_key),
    constraint borgerbro_journal_state check (state in ('STARTED', 'NOT_SENT', 'UNKNOWN', 'REFUSED', 'ACCEPTED'))
);

-- Few events are unresolved at a time, so this index stays small however long the journal grows.
create index if not exists borgerbro_journal_unresolved on borgerbro_journal (service, updated_at)
    where state in ('STARTED', 'UNKNOWN');

create table if not exists borgerbro_journal_wire_id (
    journal_id bigint       not null references borgerbro_journal (id) on delete cascade,
    service    varchar(40)  not null,
    wire_name  varchar(40)  not null,
    wire_value varchar(200) not null,
    primary key (journal_id, wire_name),
    constraint borgerbro_journal_wire_id_once unique (service, wire_name, wire_value)
);
