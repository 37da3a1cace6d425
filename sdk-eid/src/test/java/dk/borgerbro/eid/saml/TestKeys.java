package dk.borgerbro.eid.saml;

import dk.borgerbro.core.credential.KeyLoader;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Keys for all tests of logins, since making them takes long; they are valid around {@link #NOW}. */
final class TestKeys {
    static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    static final TestPki PKI =
            TestPki.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    static final TestIdentity SERVICE = PKI.order()
            .organisation(TestOrganisation.MUNICIPALITY.cvr(), "Prøvested Kommune")
            .keyBits(2048)
            .ownKey()
            .issue();
    static final TestIdentity SERVICE_NEXT = PKI.order()
            .organisation(TestOrganisation.MUNICIPALITY.cvr(), "Prøvested Kommune")
            .keyBits(2048)
            .ownKey()
            .issue();
    static final TestIdentity IDP = PKI.order()
            .organisation(TestOrganisation.MUNICIPALITY.cvr(), "Prøvested Kommune")
            .keyBits(2048)
            .ownKey()
            .issue();

    private TestKeys() {}

    static OrganisationKey key(TestIdentity identity) {
        return KeyLoader.defaults().anyDate().key(identity.privateKey(), identity.chain());
    }
}
