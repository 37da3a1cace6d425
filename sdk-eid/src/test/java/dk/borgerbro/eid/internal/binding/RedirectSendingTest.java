package dk.borgerbro.eid.internal.binding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.eid.IncomingRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we send by redirect, read with nothing but the JDK. */
class RedirectSendingTest {
    private static final URI ENDPOINT = URI.create("https://idp.example/saml/3.0/");
    private static final byte[] XML =
            "<samlp:LogoutRequest ID=\"_1\">æøå € &amp; +/=</samlp:LogoutRequest>".getBytes(UTF_8);

    private final RedirectBinding binding = RedirectBinding.standard();

    private static Map<String, String> parameters(URI address) {
        Map<String, String> decoded = new LinkedHashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            decoded.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return decoded;
    }

    private static byte[] inflated(String base64) throws IOException {
        byte[] compressed = Base64.getDecoder().decode(base64);
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(compressed), new Inflater(true))) {
            return in.readAllBytes();
        }
    }

    @Test
    void messageIsCompressedWithoutFrameAndInBase64() throws IOException {
        URI address = binding.encode(ENDPOINT, MessageParameter.REQUEST, XML, TestKeys.RSA.getPrivate());

        assertThat(address.toString()).startsWith("https://idp.example/saml/3.0/?SAMLRequest=");
        Map<String, String> parameters = parameters(address);
        assertThat(parameters.keySet()).containsExactly("SAMLRequest", "SigAlg", "Signature");
        assertThat(inflated(parameters.get("SAMLRequest"))).isEqualTo(XML);
    }

    @Test
    void parametersStandInTheOrderOfTheStandard() {
        URI address = binding.encode(ENDPOINT, MessageParameter.RESPONSE, XML, "a b&c=d%+é", TestKeys.RSA.getPrivate());

        Map<String, String> parameters = parameters(address);
        assertThat(parameters.keySet()).containsExactly("SAMLResponse", "RelayState", "SigAlg", "Signature");
        assertThat(parameters).containsEntry("RelayState", "a b&c=d%+é");
        assertThat(address.getRawQuery()).contains("RelayState=a%20b%26c%3Dd%25%2B%C3%A9&");
    }

    @Test
    void queryOfTheEndpointStaysAndIsNotSigned() throws GeneralSecurityException {
        URI endpoint = URI.create("https://idp.example/slo?tenant=1");

        URI address = binding.encode(endpoint, MessageParameter.REQUEST, XML, TestKeys.RSA.getPrivate());

        assertThat(address.toString()).startsWith("https://idp.example/slo?tenant=1&SAMLRequest=");
        assertThat(verified(address, "SHA256withRSA", TestKeys.RSA)).isTrue();
    }

    private static boolean verified(URI address, String algorithm, KeyPair key) throws GeneralSecurityException {
        String query = address.getRawQuery();
        String signed = query.substring(query.indexOf("SAML"), query.indexOf("&Signature="));
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(key.getPublic());
        signature.update(signed.getBytes(US_ASCII));
        return signature.verify(Base64.getDecoder().decode(parameters(address).get("Signature")));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, SHA256withRSA, rsa-sha256",
        "P256, SHA256withECDSA, ecdsa-sha256",
        "P384, SHA384withECDSA, ecdsa-sha384",
        "P521, SHA512withECDSA, ecdsa-sha512"
    })
    void signatureIsMadeOverTheQueryAsItStands(String name, String algorithm, String uri)
            throws GeneralSecurityException {
        KeyPair key = switch (name) {
            case "RSA" -> TestKeys.RSA;
            case "P256" -> TestKeys.P256;
            case "P384" -> TestKeys.P384;
            default -> TestKeys.P521;
        };

        URI address = binding.encode(ENDPOINT, MessageParameter.REQUEST, XML, "state", key.getPrivate());

        assertThat(parameters(address)).containsEntry("SigAlg", "http://www.w3.org/2001/04/xmldsig-more#" + uri);
        assertThat(verified(address, algorithm, key)).isTrue();
    }

    @Test
    void providerOfTheSettingsSigns() throws GeneralSecurityException {
        Provider jdk = Arrays.stream(Security.getProviders("Signature.SHA256withRSA"))
                .findFirst()
                .orElseThrow();
        CountingProvider counting = new CountingProvider(jdk);

        URI address = RedirectBinding.with(counting)
                .encode(ENDPOINT, MessageParameter.REQUEST, XML, TestKeys.RSA.getPrivate());

        assertThat(counting.asked()).isEqualTo(1);
        assertThat(verified(address, "SHA256withRSA", TestKeys.RSA)).isTrue();
    }

    @Test
    void keyThatCannotSignIsNamed() {
        Provider jdk = Arrays.stream(Security.getProviders("Signature.SHA256withRSA"))
                .findFirst()
                .orElseThrow();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> RedirectBinding.with(new CountingProvider(jdk))
                        .encode(ENDPOINT, MessageParameter.REQUEST, XML, new UselessKey()))
                .withMessageContaining("cannot sign with RSA_SHA256");
    }

    @Test
    void whatIsSentCanBeReadAndVerified() throws Exception {
        for (KeyPair key : List.of(TestKeys.RSA, TestKeys.P256, TestKeys.P384, TestKeys.P521)) {
            URI address = binding.encode(ENDPOINT, MessageParameter.RESPONSE, XML, "é +&", key.getPrivate());

            RedirectMessage read =
                    binding.read(IncomingRequest.get(address.getRawQuery()), EnumSet.allOf(MessageParameter.class));

            read.verify(List.of(TestKeys.OTHER_RSA.getPublic(), key.getPublic()));
            assertThat(read.message().xml()).isEqualTo(XML);
            assertThat(read.message().relayState()).contains("é +&");
            assertThat(read.message().parameter()).isEqualTo(MessageParameter.RESPONSE);
        }
    }
}
