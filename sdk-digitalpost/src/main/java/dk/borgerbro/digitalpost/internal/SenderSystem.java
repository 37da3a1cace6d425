package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.digitalpost.memo.Sender;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a client or a view of it works.
 *
 * @param cvr the authority
 * @param label its name as recipients see it
 * @param token names the authority's system at the service; null for none
 */
public record SenderSystem(
        CvrNumber cvr, String label, @Nullable Secret token) {
    /**
     * Refuses a name that recipients could not see.
     *
     * @throws ConfigurationException if the label is blank
     */
    public SenderSystem {
        if (label.isBlank()) {
            throw new ConfigurationException("digitalpost", List.of("sender's label must not be blank"));
        }
    }

    Sender asSender() {
        return Sender.of(cvr, label);
    }
}
