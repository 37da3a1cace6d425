package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.support.CallPipeline;
import dk.borgerbro.digitalpost.DigitalPostClient;
import dk.borgerbro.digitalpost.memo.MemoValidator;
import dk.borgerbro.digitalpost.memo.MemoVersion;

/** Puts a client together, so that its public face needs no plumbing. */
public final class ClientFactory {
    private ClientFactory() {}

    /** {@return a client with connections of its own} */
    public static DigitalPostClient open(
            ServiceEnvironment environment,
            KeySource key,
            ClientSettings settings,
            SenderSystem system,
            Journal journal,
            MemoValidator rules,
            MemoVersion version) {
        CallPipeline pipeline = CallPipeline.builder(WireIds.SERVICE, environment, settings)
                .key(key)
                .faults(new DigitalPostFaults())
                .build();
        return new RestClient(new Shared(pipeline, journal, settings, rules, version), system, false);
    }
}
