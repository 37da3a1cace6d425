package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidMessageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataDescriptionTest {
    private static final String MD = "xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'";

    @Test
    void anIdentityProviderIsDescribed() throws IOException {
        MetadataDescription description = read("/login/idp-metadata/nemlogin-oiosaml3-production.xml");

        assertThat(description.entityId()).isEqualTo("https://saml.nemlog-in.dk");
        assertThat(description.roles()).containsExactly("IDPSSODescriptor", "AttributeAuthorityDescriptor");
        assertThat(description.isSigned()).isFalse();
        assertThat(description.signingCertificates()).hasSize(2);
        assertThat(description.signingCertificates().get(0)).satisfies(certificate -> {
            assertThat(certificate.subject()).contains("CN=NemLog-in IdP", "organizationIdentifier=NTRDK-34051178");
            assertThat(certificate.notAfter()).isEqualTo(Instant.parse("2026-03-21T13:16:08Z"));
            assertThat(certificate.sha256()).matches("[0-9a-f]{64}");
        });
        assertThat(description.endpoints())
                .map(MetadataDescription.Endpoint::kind)
                .containsExactly(
                        "SingleLogoutService", "SingleLogoutService", "SingleSignOnService", "AttributeService");
    }

    @Test
    void aServiceIsDescribedThoughItsCertificateHasExpired() throws IOException {
        MetadataDescription description = read("/login/sp-metadata/example-sp-oiosaml3.xml");

        assertThat(description.entityId()).isEqualTo("https://saml.oiosaml3-net.dk");
        assertThat(description.roles()).containsExactly("SPSSODescriptor");
        assertThat(description.signingCertificates()).hasSize(1);
        assertThat(description.endpoints())
                .contains(new MetadataDescription.Endpoint(
                        "SPSSODescriptor",
                        "AssertionConsumerService",
                        "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST",
                        "https://oiosaml-net.dk:20002/login.ashx",
                        ""));
    }

    @Test
    void whatIsMissingIsEmpty() throws IOException {
        assertThat(parse("<md:EntityDescriptor " + MD + "/>"))
                .isEqualTo(new MetadataDescription("", List.of(), List.of(), List.of(), false));
    }

    @Test
    void eachEntityOfAListIsDescribed() throws IOException {
        String list = "<md:EntitiesDescriptor " + MD + "><md:EntityDescriptor entityID='a'/><md:EntitiesDescriptor>"
                + "<md:EntityDescriptor entityID='b'/></md:EntitiesDescriptor></md:EntitiesDescriptor>";

        assertThat(MetadataDescription.readAll(stream(list)))
                .map(MetadataDescription::entityId)
                .containsExactly("a", "b");
        assertThatThrownBy(() -> parse(list))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("holds 2 entities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "<a/>", "<!DOCTYPE a><a/>", "<EntityDescriptor/>"})
    void whatIsNoMetadataIsRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void aStreamThatFailsKeepsItsFailure() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("disk");
            }
        };

        assertThatThrownBy(() -> MetadataDescription.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    private static MetadataDescription read(String resource) throws IOException {
        try (InputStream in = MetadataDescriptionTest.class.getResourceAsStream(resource)) {
            return MetadataDescription.read(in);
        }
    }

    private static MetadataDescription parse(String text) throws IOException {
        return MetadataDescription.read(stream(text));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
