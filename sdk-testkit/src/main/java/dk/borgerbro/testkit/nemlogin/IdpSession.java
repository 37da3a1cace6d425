package dk.borgerbro.testkit.nemlogin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One browser's sign-on. Thread-safe.
 *
 * @param id value of the cookie
 * @param index that service providers see
 * @param user who
 * @param since when the user authenticated
 * @param byEntityId where the user went with it
 */
record IdpSession(String id, String index, SimulatedUser user, Instant since, Map<String, Participation> byEntityId) {
    static IdpSession start(String id, String index, SimulatedUser user, Instant since) {
        return new IdpSession(id, index, user, since, new ConcurrentHashMap<>());
    }

    void joined(RegisteredServiceProvider where, String nameId) {
        byEntityId.put(where.entityId(), new Participation(where, nameId, index));
    }

    List<Participation> participations() {
        return List.copyOf(byEntityId.values());
    }

    @Override
    public String toString() {
        return "IdpSession(" + user + ", " + byEntityId.size() + " services)";
    }

    /**
     * A service that the user went to.
     *
     * @param at which
     * @param nameId under which name there
     * @param index of the session that the service was told of
     */
    record Participation(RegisteredServiceProvider at, String nameId, String index) {
        @Override
        public String toString() {
            return "Participation(" + at.entityId() + ")";
        }
    }
}
