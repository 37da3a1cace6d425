package dk.borgerbro.testkit.nemlogin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A single logout on its way around the services. Used by one thread at a time. */
final class LogoutRun {
    private final String id;
    private final @Nullable Incoming initiator;
    private final Deque<IdpSession.Participation> remaining;
    private String asked = "";
    private boolean partial;

    LogoutRun(String id, List<IdpSession> sessions, @Nullable Incoming initiator) {
        this.id = id;
        this.initiator = initiator;
        this.remaining = new ArrayDeque<>();
        sessions.forEach(session -> remaining.addAll(session.participations()));
        if (initiator != null) {
            remaining.removeIf(
                    there -> there.at().entityId().equals(initiator.from().entityId()));
        }
    }

    String id() {
        return id;
    }

    @Nullable
    Incoming initiator() {
        return initiator;
    }

    IdpSession.@Nullable Participation next() {
        return remaining.poll();
    }

    void asks(String requestId) {
        asked = requestId;
    }

    boolean isAnsweredBy(XmlPart response) {
        return response.get("@InResponseTo").equals(asked);
    }

    void failed() {
        partial = true;
    }

    boolean isPartial() {
        return partial;
    }
}
