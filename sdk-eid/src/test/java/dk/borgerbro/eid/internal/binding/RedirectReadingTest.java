package dk.borgerbro.eid.internal.binding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.support.signature.SignatureAlgorithm;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may send by redirect: S49 and S51, and what stands around them. */
class RedirectReadingTest {
    private static final Set<MessageParameter> EITHER = EnumSet.allOf(MessageParameter.class);
    private static final byte[] XML = "<samlp:LogoutRequest ID=\"_1\"/>".getBytes(UTF_8);
    private static final List<PublicKey> TRUSTED = List.of(TestKeys.RSA.getPublic());
    private static final String DEFLATE = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";

    private static final RedirectBinding BINDING = RedirectBinding.standard();

    private static String query(String relayState) {
        return BINDING.encode(
                        URI.create("https://sp.example/slo"),
                        MessageParameter.REQUEST,
                        XML,
                        relayState,
                        TestKeys.RSA.getPrivate())
                .getRawQuery();
    }

    private static String query() {
        return query("state");
    }

    private static RedirectMessage read(String query) throws TransportFault {
        return BINDING.read(IncomingRequest.get(query), EITHER);
    }

    private static void assertRefused(String query, String path) {
        assertThatExceptionOfType(TransportFault.class)
                .isThrownBy(() -> read(query))
                .satisfies(fault -> assertThat(fault.path()).isEqualTo(path))
                .satisfies(fault -> assertThat(fault.reason()).doesNotContain("_1", "state"));
    }

    private static void assertRefused(String query, EngineCheck check) {
        assertRefused(query, TRUSTED, check);
    }

    private static void assertRefused(String query, List<PublicKey> trusted, EngineCheck check) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(query).verify(trusted))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(check));
    }

    private static String encoded(byte[] bytes) {
        return URLEncoder.encode(Base64.getEncoder().encodeToString(bytes), UTF_8);
    }

    private static String signed(String query, SignatureAlgorithm algorithm, KeyPair key) {
        String octets = query + "&SigAlg=" + URLEncoder.encode(algorithm.uri(), UTF_8);
        byte[] value = new QuerySignature(algorithm, null).sign(key.getPrivate(), octets.getBytes(US_ASCII));
        return octets + "&Signature=" + encoded(value);
    }

    private static String message() {
        return "SAMLRequest=" + encoded(Deflate.compress(XML));
    }

    @Test
    void goodQueryIsReadAndVerified() throws Exception {
        RedirectMessage read = read(query());

        read.verify(TRUSTED);
        assertThat(read.message().xml()).isEqualTo(XML);
        assertThat(read.message().relayState()).contains("state");
        assertThat(read).hasToString("BoundMessage(REQUEST, content hidden)");
    }

    @Test
    void everyTrustedKeyIsTried() throws Exception {
        read(query())
                .verify(List.of(TestKeys.OTHER_RSA.getPublic(), TestKeys.P256.getPublic(), TestKeys.RSA.getPublic()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAMLRequest", "RelayState", "SigAlg", "Signature"})
    void repeatedParameterIsRefusedWhereverItStands(String name) {
        String again = Pattern.compile(name + "=[^&]*")
                .matcher(query())
                .results()
                .findFirst()
                .orElseThrow()
                .group();

        assertRefused(query() + "&" + again, name);
        assertRefused(again + "&" + query(), name);
        assertRefused(query() + "&" + name, name);
        assertRefused(query() + "&" + name + "=", name);
    }

    @Test
    void requestBesideAResponseIsRefused() {
        assertRefused(query() + "&SAMLResponse=AAAA", "SAMLRequest");
        assertRefused("SAMLResponse=AAAA&" + query(), "SAMLRequest");
    }

    @Test
    void parameterUnderANameWithEscapesIsRefused() {
        assertRefused(query().replace("RelayState", "Relay%53tate"), "RelayState");
        assertRefused(query() + "&%53%41MLRequest=AAAA", "SAMLRequest");
        assertRefused(query() + "&Signatur%65=AAAA", "Signature");
    }

    @Test
    void reorderedParametersAreRefused() {
        List<String> pairs = List.of(query().split("&"));
        for (List<Integer> order : List.of(
                List.of(1, 0, 2, 3),
                List.of(0, 2, 1, 3),
                List.of(0, 1, 3, 2),
                List.of(3, 0, 1, 2),
                List.of(2, 3, 0, 1))) {
            String reordered = String.join("&", order.stream().map(pairs::get).toList());

            assertRefused(reordered, "query");
        }
    }

    @Test
    void otherParametersArePassedOverWhereverTheyStand() throws Exception {
        String between = query().replace("&SigAlg", "&x=1&=&y&SigAlg");

        read("tenant=1&" + between + "&saml=%zz&" + "n".repeat(500) + "=%53").verify(TRUSTED);
    }

    @Test
    void encodingMustBeDeflateIfItIsNamed() throws Exception {
        read(query() + "&SAMLEncoding=" + URLEncoder.encode(DEFLATE, UTF_8)).verify(TRUSTED);
        assertRefused(query() + "&SAMLEncoding=" + URLEncoder.encode(DEFLATE + "2", UTF_8), "SAMLEncoding");
        assertRefused("SAMLEncoding=&" + query(), "SAMLEncoding");
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                Arguments.of("RelayState=state", "RelayState=stote"),
                Arguments.of("RelayState=state", "RelayState=stat%65"),
                Arguments.of("RelayState=state&", ""),
                Arguments.of("RelayState=state", "RelayState="),
                Arguments.of("SAMLRequest=", "SAMLResponse="),
                Arguments.of("rsa-sha256", "rsa-sha512"));
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void changeOfWhatIsSignedIsNoticed(String before, String after) {
        assertThat(query()).contains(before);

        assertRefused(query().replace(before, after), EngineCheck.SIGNATURE_KEY);
    }

    @Test
    void anotherMessageUnderTheSameSignatureIsNoticed() {
        byte[] other = "<samlp:LogoutRequest ID=\"_2\"/>".getBytes(UTF_8);

        assertRefused(
                query().replaceAll("SAMLRequest=[^&]*", "SAMLRequest=" + encoded(Deflate.compress(other))),
                EngineCheck.SIGNATURE_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SigAlg", "Signature"})
    void signatureThatIsNotThereIsMissing(String name) {
        assertRefused(query().replaceAll("&" + name + "=[^&]*", ""), EngineCheck.SIGNATURE_MISSING);
        assertRefused(message(), EngineCheck.SIGNATURE_MISSING);
    }

    @Test
    void emptySignatureIsRefused() {
        assertRefused(query().replaceAll("&Signature=.*", "&Signature="), "Signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
                "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
                "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
                "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#RSA-SHA256",
                "SHA256withRSA",
                ""
            })
    void algorithmOutsideTheProfileIsRefused(String uri) {
        assertRefused(
                query().replaceAll("SigAlg=[^&]*", "SigAlg=" + URLEncoder.encode(uri, UTF_8)),
                EngineCheck.SIGNATURE_ALGORITHM);
    }

    @Test
    void signatureWithSha1IsRefusedThoughItHolds() {
        assertRefused(signed(message(), SignatureAlgorithm.RSA_SHA1, TestKeys.RSA), EngineCheck.SIGNATURE_ALGORITHM);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RSA_SHA1")
    void everyAlgorithmOfTheProfileIsRead(SignatureAlgorithm algorithm) throws Exception {
        KeyPair key = algorithm.name().startsWith("RSA") ? TestKeys.RSA : TestKeys.P256;

        RedirectMessage read = read(signed(message(), algorithm, key));

        read.verify(List.of(key.getPublic()));
        assertRefused(
                signed(message(), algorithm, key),
                List.of(TestKeys.OTHER_RSA.getPublic(), TestKeys.P384.getPublic()),
                EngineCheck.SIGNATURE_KEY);
    }

    @Test
    void ecdsaInTheFormOfXmlSignaturesIsRead() throws Exception {
        String octets = message() + "&SigAlg=" + URLEncoder.encode(SignatureAlgorithm.ECDSA_SHA256.uri(), UTF_8);
        Signature plain = Signature.getInstance("SHA256withECDSAinP1363Format");
        plain.initSign(TestKeys.P256.getPrivate());
        plain.update(octets.getBytes(US_ASCII));

        read(octets + "&Signature=" + encoded(plain.sign())).verify(List.of(TestKeys.P256.getPublic()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 63, 64, 65, 72, 256, 300})
    void signatureOfNothingButZerosIsRefused(int length) {
        for (SignatureAlgorithm algorithm : EnumSet.allOf(SignatureAlgorithm.class)) {
            String octets = message() + "&SigAlg=" + URLEncoder.encode(algorithm.uri(), UTF_8);
            EngineCheck expected = algorithm == SignatureAlgorithm.RSA_SHA1
                    ? EngineCheck.SIGNATURE_ALGORITHM
                    : EngineCheck.SIGNATURE_KEY;

            assertRefused(
                    octets + "&Signature=" + encoded(new byte[length]),
                    List.of(TestKeys.RSA.getPublic(), TestKeys.P256.getPublic()),
                    expected);
        }
    }

    @Test
    void weakKeyCountsForNothing() {
        assertRefused(
                signed(message(), SignatureAlgorithm.RSA_SHA256, TestKeys.WEAK_RSA),
                List.of(TestKeys.WEAK_RSA.getPublic()),
                EngineCheck.SIGNATURE_KEY);
    }

    @Test
    void withoutTrustedKeysNothingIsVerified() {
        assertRefused(query(), List.of(), EngineCheck.SIGNATURE_KEY);
    }

    @Test
    void escapesAreVerifiedAsTheyWereReceived() throws Exception {
        // Some senders escape in lower case, and more than they must.
        String value = message().substring("SAMLRequest=".length());
        String message = "SAMLRequest=" + value.replace("A", "%41");
        String lower = Pattern.compile("%[0-9A-F]{2}")
                .matcher(message + "&RelayState=%c3%a9%20a+b")
                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
        RedirectMessage read = read(signed(lower, SignatureAlgorithm.RSA_SHA256, TestKeys.RSA));

        read.verify(TRUSTED);
        assertThat(read.message().xml()).isEqualTo(XML);
        assertThat(read.message().relayState()).contains("é a b");
        assertRefused(
                signed(lower, SignatureAlgorithm.RSA_SHA256, TestKeys.RSA).replace("%c3%a9", "%C3%A9"),
                EngineCheck.SIGNATURE_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "x=1", "samlrequest=AAAA", "SAMLRequests=AAAA", "RelayState=a&SigAlg=b"})
    void queryWithoutMessageIsRefused(String query) {
        assertRefused(query, "SAMLRequest or SAMLResponse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAMLRequest",
                "SAMLRequest=",
                "SAMLRequest=%",
                "SAMLRequest=%4",
                "SAMLRequest=%4g",
                "SAMLRequest=%-1",
                "SAMLRequest=AA A",
                "SAMLRequest=AAA+",
                "SAMLRequest=AAA",
                "SAMLRequest=AA==AAAA",
                "SAMLRequest=AAA-",
                "SAMLRequest=AAAæ",
                "SAMLRequest=%EF%BC%A1AAA",
                "SAMLRequest=%\uFF14\uFF11AAA",
                "SAMLRequest=AAAA%00",
                "SAMLRequest=AAAA",
                "SAMLRequest=%0D%0A"
            })
    void brokenEncodingIsRefused(String query) {
        assertRefused(query, "SAMLRequest");
    }

    @Test
    void onlyTheExpectedKindOfMessageIsTaken() {
        assertThatExceptionOfType(TransportFault.class)
                .isThrownBy(() -> BINDING.read(IncomingRequest.get(query()), Set.of(MessageParameter.RESPONSE)))
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("SAMLResponse"));
    }

    @Test
    void anotherMethodThanGetIsRefused() {
        IncomingRequest post = IncomingRequest.of("POST", "", query(), InputStream.nullInputStream());

        assertThatExceptionOfType(TransportFault.class)
                .isThrownBy(() -> BINDING.read(post, EITHER))
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("method"));
    }

    @Test
    void compressionThatIsCutOrGoesOnIsRefused() {
        byte[] whole = Deflate.compress(XML);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);

        assertRefused("SAMLRequest=" + encoded(cut), "SAMLRequest");
        assertRefused("SAMLRequest=" + encoded(longer), "SAMLRequest");
        assertRefused("SAMLRequest=" + encoded(XML), "SAMLRequest");
    }

    @Test
    void compressionInAFrameIsRefused() {
        Deflater zlib = new Deflater();
        zlib.setInput(XML);
        zlib.finish();
        byte[] framed = new byte[200];
        int length = zlib.deflate(framed);
        zlib.end();

        assertRefused("SAMLRequest=" + encoded(Arrays.copyOf(framed, length)), "SAMLRequest");
    }

    @Test
    void bombIsRefusedAtTheBound() throws TransportFault {
        byte[] most = Deflate.compress(new byte[FormReader.LARGEST]);
        byte[] bomb = Deflate.compress(new byte[50 * FormReader.LARGEST]);

        assertThat(bomb.length).isLessThan(FormReader.LARGEST / 16);
        assertThat(read("SAMLRequest=" + encoded(most)).message().xml()).hasSize(FormReader.LARGEST);
        assertRefused("SAMLRequest=" + encoded(Deflate.compress(new byte[FormReader.LARGEST + 1])), "SAMLRequest");
        assertRefused("SAMLRequest=" + encoded(bomb), "SAMLRequest");
    }

    @Test
    void hugeQueryIsRefusedUnread() {
        assertRefused(query() + "&" + "x".repeat(FormReader.LARGEST), "query");
    }

    @Test
    void relayStateTooLongOrNoTextCountsAsAbsent() throws Exception {
        String longest = "é".repeat(512);

        assertThat(read(query(longest)).message().relayState()).contains(longest);
        for (String query : List.of(
                query("x".repeat(10_000)),
                query("x".repeat(1025)),
                query(longest + "x"),
                message() + "&RelayState=%ff")) {
            assertThat(read(query).message().relayState()).isEmpty();
        }
        read(query("x".repeat(10_000))).verify(TRUSTED);
    }

    @Test
    void whateverIsSentEndsInAMessageOrAFault() {
        Random random = new Random(20260101);
        UnaryOperator<String> hurt = query -> {
            StringBuilder hurting = new StringBuilder(query);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(hurting.length());
                switch (random.nextInt(3)) {
                    case 0 -> hurting.deleteCharAt(at);
                    case 1 -> hurting.insert(at, (char) random.nextInt(256));
                    default -> hurting.setCharAt(at, "&=%+SA1\0\uD83D".charAt(random.nextInt(9)));
                }
            }
            return hurting.toString();
        };
        String good = query();
        int verified = 0;
        for (int i = 0; i < 3000; i++) {
            String sent = hurt.apply(good);
            try {
                read(sent).verify(TRUSTED);
                verified++;
                // What is signed has not changed then: only what stands around it.
                assertThat(sent).contains(good.substring(0, 40));
            } catch (TransportFault | Refusal expected) {
                assertThat(expected).hasMessageNotContaining("ID=");
            }
        }
        assertThat(verified).isLessThan(300);
    }
}
