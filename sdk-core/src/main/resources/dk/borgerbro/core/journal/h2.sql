-- The journal's tables for H2 (2.2.220 and later). Running it again changes nothing.
create table if not exists borgerbro_journal (
    id             bigint generated always as identity primary key,
    service        varchar(40)    not null,
    authority      varchar(8)     not null,
    event_key      varchar(120)   not null,
    content_digest varchar(64)    not null,
    state          varchar(10)    not null,
    answer         varchar(65536) not null,
    claims         integer        not null,
    lease_until    timestamp(6) with time zone,
    created_at     timestamp(6) with time zone not null,
    updated_at     timestamp(6) with time zone not null,
    constraint borgerbro_journal_event unique (service, authority, event_key),
    constraint borgerbro_journal_state check (state in ('STARTED', 'NOT_SENT', 'UNKNOWN', 'REFUSED', 'ACCEPTED'))
);

create index if not exists borgerbro_journal_unresolved on borgerbro_journal (service, state, updated_at);

create table if not exists borgerbro_journal_wire_id (
    journal_id bigint       not null references borgerbro_journal (id) on delete cascade,
    service    varchar(40)  not null,
    wire_name  varchar(40)  not null,
    wire_value varchar(200) not null,
    primary key (journal_id, wire_name),
    constraint borgerbro_journal_wire_id_once unique (service, wire_name, wire_value)
);
