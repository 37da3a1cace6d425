package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.support.ServiceCall;

/**
 * Names the calling system. The token proves nothing without the certificate; it stands on the call and not on the pipeline, since one
 * certificate may serve many systems.
 */
final class Authorised {
    private Authorised() {}

    static <T> ServiceCall.Builder<T> by(SenderSystem system, ServiceCall.Builder<T> call) {
        Secret token = system.token();
        if (token != null) {
            call.header("Authorization", token.use(characters -> "Basic " + new String(characters)));
        }
        return call.header("Accept", "application/json");
    }
}
