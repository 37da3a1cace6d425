package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.pki.CertificateOrder;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The keys around an identity provider, each made when first needed and unlike all others. Thread-safe. */
final class ForgeKeys {
    private static final String OWNER_CVR = "99000015";
    private static final String OWNER = "Styrelsen for Prøver";

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Role, TestIdentity> made = new EnumMap<>(Role.class);
    private final TestPki pki;
    private final int bits;

    ForgeKeys(TestPki pki, int bits) {
        this.pki = pki;
        this.bits = bits;
    }

    TestIdentity of(Role role) {
        lock.lock();
        try {
            return made.computeIfAbsent(role, this::make);
        } finally {
            lock.unlock();
        }
    }

    private TestIdentity make(Role role) {
        CertificateOrder order =
                pki.order().organisation(OWNER_CVR, OWNER, role.commonName).keyBits(bits);
        return role == Role.EXPIRED ? order.expired().issue() : order.issue();
    }

    /** Whose key. */
    enum Role {
        SIGNER("NemLog-in IdP - Simulator"),
        SECOND("NemLog-in IdP - Simulator 2"),
        RETIRED("NemLog-in IdP - Simulator (retired)"),
        EXPIRED("NemLog-in IdP - Simulator (expired)"),
        STRANGER("Somebody else");

        private final String commonName;

        Role(String commonName) {
            this.commonName = commonName;
        }
    }
}
