package dk.borgerbro.eid.internal.binding;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for a native provider: knows one signature, and counts how often it is asked for it. */
final class CountingProvider extends Provider {
    private final transient AtomicInteger asked = new AtomicInteger();

    CountingProvider(Provider jdk) {
        super("Counting", "1", "for tests");
        Provider.Service real = jdk.getService("Signature", "SHA256withRSA");
        AtomicInteger count = asked;
        putService(new Provider.Service(this, "Signature", "SHA256withRSA", real.getClassName(), List.of(), Map.of()) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                count.incrementAndGet();
                return real.newInstance(parameter);
            }
        });
    }

    int asked() {
        return asked.get();
    }
}
