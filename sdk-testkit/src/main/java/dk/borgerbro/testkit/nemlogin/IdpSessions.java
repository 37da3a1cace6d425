package dk.borgerbro.testkit.nemlogin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All sign-ons. Thread-safe. */
final class IdpSessions {
    private final Map<String, IdpSession> byId = new ConcurrentHashMap<>();

    void put(IdpSession session) {
        byId.put(session.id(), session);
    }

    Optional<IdpSession> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * {@return the sign-ons with which somebody came to a service provider}
     *
     * @param indexes which of them; none means all
     */
    List<IdpSession> find(String entityId, String nameId, List<String> indexes) {
        return byId.values().stream()
                .filter(session -> {
                    IdpSession.Participation there = session.byEntityId().get(entityId);
                    return there != null
                            && there.nameId().equals(nameId)
                            && (indexes.isEmpty() || indexes.contains(there.index()));
                })
                .toList();
    }

    void end(IdpSession session) {
        byId.remove(session.id());
    }

    void clear() {
        byId.clear();
    }
}
