package dk.borgerbro.eid.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.support.signature.SignatureProfile;
import dk.borgerbro.core.support.signature.XmlSignatureVerifier;
import dk.borgerbro.core.support.xml.Elements;
import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.eid.saml.ContactPerson;
import dk.borgerbro.eid.saml.LocalText;
import dk.borgerbro.eid.saml.LogoutEndpoint;
import dk.borgerbro.eid.saml.MetadataDescription;
import dk.borgerbro.eid.saml.NameId;
import dk.borgerbro.eid.saml.OiosamlProfile;
import dk.borgerbro.eid.saml.Organisation;
import dk.borgerbro.eid.saml.RequestedAttribute;
import dk.borgerbro.eid.saml.SamlBinding;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.dom.DOMSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class ServiceProviderMetadataTest {
    private static final TestPki PKI = TestPki.create();
    private static final TestIdentity KEY = PKI.order().issue();
    private static final TestIdentity NEXT = PKI.order().issue();
    private static final String CPR = "https://data.gov.dk/model/core/eid/cprNumber";
    private static final String PRIVILEGES = "https://data.gov.dk/model/core/eid/privilegesIntermediate";
    private static final URI LOGOUT = URI.create("https://selvbetjening.example/saml/logout");

    @Test
    void theSmallestIsValidByTheSchema() throws IOException {
        assertValid(ServiceProviderMetadataWriter.write(minimal()));
    }

    @Test
    void theLargestIsValidByTheSchema() throws IOException {
        assertValid(ServiceProviderMetadataWriter.write(full()));
    }

    @Test
    void theAgencysExampleHasTheSameShape() throws IOException {
        Element example = root(resource("/login/sp-metadata/example-sp-oiosaml3.xml"));
        List<RequestedAttribute> wanted = Elements.children(
                        only(only(example, "SPSSODescriptor"), "AttributeConsumingService"),
                        Md.METADATA,
                        "RequestedAttribute")
                .stream()
                .map(each -> new RequestedAttribute(
                        each.getAttribute("Name"),
                        each.getAttribute("isRequired").equals("true")))
                .toList();
        ServiceProviderMetadata like = new ServiceProviderMetadata(
                "https://saml.oiosaml3-net.dk",
                URI.create("https://oiosaml-net.dk:20002/login.ashx"),
                ServiceProviderMetadata.logoutAt(URI.create("https://oiosaml-net.dk:20002/logout.ashx")),
                List.of(KEY.certificate()),
                false,
                NameId.PERSISTENT,
                wanted,
                List.of(LocalText.danish("SP")),
                List.of(ContactPerson.builder(ContactPerson.Kind.TECHNICAL)
                        .company("Eksempel A/S")
                        .name("Anna", "Andersen")
                        .email("anna@eksempel.example")
                        .telephone("12345678")
                        .build()),
                Optional.empty(),
                false);

        assertThat(shape(root(ServiceProviderMetadataWriter.write(like)))).isEqualTo(shape(example));
    }

    @Test
    void whatCanBeDecryptedIsListedInOrderOfPreference() throws IOException {
        assertThat(encryptionMethods(minimal()))
                .containsExactly(
                        "http://www.w3.org/2009/xmlenc11#aes256-gcm",
                        "http://www.w3.org/2009/xmlenc11#aes128-gcm",
                        "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
                        "http://www.w3.org/2009/xmlenc11#rsa-oaep",
                        "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p");
    }

    @Test
    void cbcIsLeftOutWhereOnlyAuthenticatedEncryptionIsTaken() throws IOException {
        assertThat(encryptionMethods(full())).noneMatch(algorithm -> algorithm.endsWith("cbc"));
    }

    @Test
    void duringAChangeBothKeysSignAndBothDecrypt() throws IOException {
        Element role = only(root(ServiceProviderMetadataWriter.write(full())), "SPSSODescriptor");

        assertThat(Md.children(role, "KeyDescriptor"))
                .map(key -> key.getAttribute("use"))
                .containsExactly("signing", "signing", "encryption", "encryption");
        assertThat(MetadataDescription.read(new ByteArrayInputStream(ServiceProviderMetadataWriter.write(full())))
                        .signingCertificates())
                .map(each -> each.sha256())
                .hasSize(2);
    }

    @Test
    void oneKeyGivenTwiceIsWrittenOnce() throws IOException {
        ServiceProviderMetadata twice = with(List.of(KEY.certificate(), KEY.certificate()));

        assertThat(Md.children(
                        only(root(ServiceProviderMetadataWriter.write(twice)), "SPSSODescriptor"), "KeyDescriptor"))
                .hasSize(2);
    }

    @Test
    void theSameSettingsGiveTheSameBytesAndOthersAnotherId() throws IOException {
        assertThat(ServiceProviderMetadataWriter.write(full())).isEqualTo(ServiceProviderMetadataWriter.write(full()));
        assertThat(root(ServiceProviderMetadataWriter.write(full())).getAttribute("ID"))
                .matches("_[0-9a-f]{32}")
                .isNotEqualTo(
                        root(ServiceProviderMetadataWriter.write(minimal())).getAttribute("ID"));
    }

    @Test
    void signedMetadataVerifyAndStayValid() throws IOException {
        byte[] signed = ServiceProviderMetadataWriter.writeSigned(full(), KEY.privateKey(), KEY.certificate());

        assertValid(signed);
        Element root = root(signed);
        Element signature = Elements.children(root).get(0);
        assertThat(signature.getLocalName()).isEqualTo("Signature");
        assertThatCode(() -> XmlSignatureVerifier.of(SignatureProfile.strict())
                        .verify(signature, KEY.certificate().getPublicKey()))
                .doesNotThrowAnyException();
    }

    @Test
    void theProfileDecidesWhatIsAskedForAtLeast() {
        assertThat(ServiceProviderMetadata.attributes(
                        OiosamlProfile.OIO_3_0,
                        List.of(SubjectKind.PERSON),
                        List.of(
                                RequestedAttribute.optional(CPR),
                                RequestedAttribute.optional("https://data.gov.dk/concept/core/nsis/loa"))))
                .containsExactly(
                        RequestedAttribute.required("https://data.gov.dk/model/core/specVersion"),
                        RequestedAttribute.required("https://data.gov.dk/concept/core/nsis/loa"),
                        RequestedAttribute.optional(CPR));
        assertThat(ServiceProviderMetadata.attributes(
                        OiosamlProfile.OIO_3_0, List.of(SubjectKind.PROFESSIONAL), List.of()))
                .map(RequestedAttribute::name)
                .endsWith(
                        "https://data.gov.dk/model/core/eid/professional/cvr",
                        "https://data.gov.dk/model/core/eid/professional/orgName");
    }

    @Test
    void aPrivateServiceMustNotAskForWhatOnlyAuthoritiesGet() {
        List<RequestedAttribute> asked =
                List.of(RequestedAttribute.optional(CPR), RequestedAttribute.required(PRIVILEGES));

        assertThat(service("https://a.example", "https://a.example/acs", asked, true)
                        .problems())
                .containsExactly(
                        "a private service must not ask for " + CPR,
                        "a private service must not ask for " + PRIVILEGES);
        assertThat(service("https://a.example", "https://a.example/acs", asked, false)
                        .problems())
                .isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        ServiceProviderMetadata wrong = new ServiceProviderMetadata(
                "not a uri",
                URI.create("http://a.example/acs"),
                List.of(LogoutEndpoint.of(SamlBinding.SOAP, URI.create("ftp://a.example/x"))),
                List.of(),
                false,
                NameId.PERSISTENT,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);

        assertThat(wrong.problems()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "selvbetjening", "/saml", "https://a b"})
    void anEntityIdThatIsNoAbsoluteUriIsAProblem(String entityId) {
        assertThat(service(entityId, "https://a.example/acs", List.of(), false).problems())
                .singleElement()
                .asString()
                .contains("entityId");
    }

    @Test
    void anEntityIdOf1024CharactersIsTheLongest() {
        String longest = "https://a.example/" + "x".repeat(1024 - 18);

        assertThat(service(longest, "https://a.example/acs", List.of(), false).problems())
                .isEmpty();
        assertThat(service(longest + "x", "https://a.example/acs", List.of(), false)
                        .problems())
                .hasSize(1);
    }

    @Test
    void textIsEscapedAndWhatXmlCannotCarryIsRefused() throws IOException {
        assertValid(ServiceProviderMetadataWriter.write(named("<\"Østjylland\" & co>")));
        assertThat(new String(
                        ServiceProviderMetadataWriter.write(named("<\"Østjylland\" & co>")), StandardCharsets.UTF_8))
                .contains("&lt;\"Østjylland\" &amp; co");
        assertThatThrownBy(() -> ServiceProviderMetadataWriter.write(named("a\u0000b")))
                .isInstanceOf(InvalidInputException.class);
    }

    private static ServiceProviderMetadata named(String name) {
        ServiceProviderMetadata base = minimal();
        return new ServiceProviderMetadata(
                base.entityId(),
                base.assertionConsumerService(),
                base.logoutEndpoints(),
                base.certificates(),
                false,
                base.nameIdFormat(),
                base.attributes(),
                List.of(LocalText.danish(name)),
                List.of(),
                Optional.empty(),
                false);
    }

    private static ServiceProviderMetadata with(List<X509Certificate> certificates) {
        ServiceProviderMetadata base = minimal();
        return new ServiceProviderMetadata(
                base.entityId(),
                base.assertionConsumerService(),
                base.logoutEndpoints(),
                certificates,
                false,
                base.nameIdFormat(),
                base.attributes(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
    }

    private static ServiceProviderMetadata service(
            String entityId, String acs, List<RequestedAttribute> attributes, boolean isPrivate) {
        return new ServiceProviderMetadata(
                entityId,
                URI.create(acs),
                List.of(),
                List.of(KEY.certificate()),
                false,
                NameId.PERSISTENT,
                attributes,
                List.of(),
                List.of(),
                Optional.empty(),
                isPrivate);
    }

    private static ServiceProviderMetadata minimal() {
        return service(
                "https://selvbetjening.example/saml",
                "https://selvbetjening.example/saml/acs",
                ServiceProviderMetadata.attributes(OiosamlProfile.OIO_3_0, List.of(SubjectKind.PERSON), List.of()),
                false);
    }

    private static ServiceProviderMetadata full() {
        return new ServiceProviderMetadata(
                "https://selvbetjening.example/saml",
                URI.create("https://selvbetjening.example/saml/acs"),
                ServiceProviderMetadata.logoutAt(LOGOUT),
                List.of(KEY.certificate(), NEXT.certificate()),
                true,
                NameId.TRANSIENT,
                ServiceProviderMetadata.attributes(
                        OiosamlProfile.OIO_4_0,
                        List.of(SubjectKind.PERSON, SubjectKind.PROFESSIONAL),
                        List.of(RequestedAttribute.optional(CPR))),
                List.of(LocalText.danish("Selvbetjening"), LocalText.english("Self service")),
                List.of(
                        ContactPerson.builder(ContactPerson.Kind.SUPPORT)
                                .company("Kommunen")
                                .email("a@kommune.example")
                                .email("b@kommune.example")
                                .build(),
                        ContactPerson.builder(ContactPerson.Kind.OTHER)
                                .telephone("12345678")
                                .build()),
                Optional.of(Organisation.of("Eksempel Kommune", URI.create("https://kommune.example"))),
                false);
    }

    private static List<String> encryptionMethods(ServiceProviderMetadata service) throws IOException {
        Element role = only(root(ServiceProviderMetadataWriter.write(service)), "SPSSODescriptor");
        Element key = Md.children(role, "KeyDescriptor").stream()
                .filter(each -> each.getAttribute("use").equals("encryption"))
                .findFirst()
                .orElseThrow();
        return Md.children(key, "EncryptionMethod").stream()
                .map(method -> method.getAttribute("Algorithm"))
                .toList();
    }

    /** Elements with attribute names, without values; what the example lacks (encryption methods, times) left out on both sides. */
    private static List<String> shape(Element root) {
        List<String> shape = new ArrayList<>();
        for (Element at = root; at != null; at = Elements.next(at, root)) {
            if (at.getLocalName().equals("EncryptionMethod")) {
                continue;
            }
            List<String> attributes = new ArrayList<>();
            for (int i = 0; i < at.getAttributes().getLength(); i++) {
                String name = at.getAttributes().item(i).getNodeName();
                if (!name.startsWith("xmlns") && !name.equals("validUntil")) {
                    attributes.add(name + (name.equals("Name") ? "=" + at.getAttribute("Name") : ""));
                }
            }
            shape.add(at.getLocalName() + attributes.stream().sorted().toList());
        }
        return shape;
    }

    private static Element only(Element parent, String local) {
        return Elements.only(parent, Md.METADATA, local);
    }

    private static void assertValid(byte[] metadata) throws IOException {
        DOMSource document = new DOMSource(SafeXml.document(metadata, XmlLimits.TREE));
        assertThatCode(() -> MetadataSchema.get().newValidator().validate(document))
                .doesNotThrowAnyException();
    }

    private static Element root(byte[] metadata) throws IOException {
        return SafeXml.document(metadata, XmlLimits.TREE).getDocumentElement();
    }

    private static byte[] resource(String path) throws IOException {
        try (var in = ServiceProviderMetadataTest.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }
}
