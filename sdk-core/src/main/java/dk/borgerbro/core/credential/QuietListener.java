package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException;

/** Passes events on and drops what the listener throws. */
final class QuietListener implements CredentialListener {
    private final CredentialListener listener;

    QuietListener(CredentialListener listener) {
        this.listener = listener;
    }

    @Override
    public void replaced(OrganisationKey before, OrganisationKey after) {
        quietly(() -> listener.replaced(before, after));
    }

    @Override
    public void reloadFailed(CredentialException why) {
        quietly(() -> listener.reloadFailed(why));
    }

    @Override
    public void expiring(OrganisationKey key, int days) {
        quietly(() -> listener.expiring(key, days));
    }

    private static void quietly(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            // A broken alarm must not stop letters and payments.
        }
    }
}
