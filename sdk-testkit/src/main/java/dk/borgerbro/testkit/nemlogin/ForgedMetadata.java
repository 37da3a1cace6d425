package dk.borgerbro.testkit.nemlogin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Metadata of an identity provider to be: as NemLog-in's, which is unsigned and has no validity, until a method changes it.
 * Immutable and thread-safe.
 */
public final class ForgedMetadata {
    private final Draft draft;

    private ForgedMetadata(Draft draft) {
        this.draft = draft;
    }

    /**
     * {@return metadata with one address for everything}
     *
     * @param entityId of the identity provider
     * @param endpoint for sign-on by Redirect and logout by Redirect and POST
     * @param profile which profile's extras it has
     * @param signing certificates of signing keys
     */
    public static ForgedMetadata of(
            String entityId, URI endpoint, SimulatedProfile profile, X509Certificate... signing) {
        Draft first = new Draft(profile);
        first.entityId = entityId;
        first.singleSignOn = endpoint;
        first.logout = endpoint;
        first.signing = List.of(signing);
        return new ForgedMetadata(first);
    }

    /** {@return the same under another name} */
    public ForgedMetadata withEntityId(String entityId) {
        return with(next -> next.entityId = entityId);
    }

    /** {@return the same with other signing certificates, any number} */
    public ForgedMetadata withSigning(X509Certificate... certificates) {
        return with(next -> next.signing = List.of(certificates));
    }

    /** {@return the same with another address for sign-on} */
    public ForgedMetadata withSingleSignOn(URI location) {
        return with(next -> next.singleSignOn = location);
    }

    /** {@return the same with another address for logout} */
    public ForgedMetadata withLogout(URI location) {
        return with(next -> next.logout = location);
    }

    /** {@return the same, changed before it is signed} */
    public ForgedMetadata change(Consumer<XmlPart> change) {
        return with(next -> next.changes = next.changes.doing(change));
    }

    /** {@return the same with a signature} */
    public ForgedMetadata withSignature(SignatureRecipe recipe) {
        return with(next -> next.signature = recipe);
    }

    /** {@return the same, with its text changed at the end} */
    public ForgedMetadata changeText(UnaryOperator<String> change) {
        return with(next -> next.text = next.text.then(change));
    }

    /** {@return the text} */
    public String xml() {
        XmlPart metadata = new XmlPart(XmlText.parse(template()).getDocumentElement());
        draft.changes.apply(metadata);
        SignatureRecipe recipe = draft.signature;
        if (recipe != null) {
            XmlSigner.sign(metadata, recipe, new SeededRandom(1));
        }
        Element root = metadata.element().getOwnerDocument().getDocumentElement();
        return draft.text.apply(XmlText.of(root));
    }

    /** {@return the text as UTF-8} */
    public byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }

    private String template() {
        boolean four = draft.profile == SimulatedProfile.OIO_4_0;
        StringBuilder xml = new StringBuilder("<md:EntityDescriptor xmlns:md=\"").append(Saml.METADATA);
        xml.append("\" xmlns:saml=\"")
                .append(Saml.ASSERTION)
                .append("\" ID=\"_")
                .append(UserAttributes.uuid("metadata", draft.entityId));
        xml.append("\" entityID=\"").append(XmlText.escape(draft.entityId)).append('"');
        xml.append("><md:IDPSSODescriptor WantAuthnRequestsSigned=\"true\" protocolSupportEnumeration=\"");
        xml.append(Saml.PROTOCOL)
                .append(four ? " https://data.gov.dk/saml/profile/oio/4" : "")
                .append("\">");
        for (X509Certificate certificate : draft.signing) {
            xml.append("<md:KeyDescriptor use=\"signing\"><ds:KeyInfo xmlns:ds=\"")
                    .append(Saml.DSIG);
            xml.append("\"><ds:X509Data><ds:X509Certificate>").append(SignatureRecipe.base64(certificate));
            xml.append("</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>");
        }
        service(xml, "SingleLogoutService", Saml.REDIRECT, draft.logout);
        service(xml, "SingleLogoutService", Saml.POST, draft.logout);
        xml.append("<md:NameIDFormat>").append(Saml.TRANSIENT).append("</md:NameIDFormat>");
        xml.append("<md:NameIDFormat>").append(Saml.PERSISTENT).append("</md:NameIDFormat>");
        service(xml, "SingleSignOnService", Saml.REDIRECT, draft.singleSignOn);
        for (String attribute : UserAttributes.published(draft.profile)) {
            xml.append("<saml:Attribute Name=\"").append(attribute).append("\" NameFormat=\"");
            xml.append(Saml.URI_FORMAT).append("\"/>");
        }
        return xml.append("</md:IDPSSODescriptor></md:EntityDescriptor>").toString();
    }

    private static void service(StringBuilder xml, String name, String binding, URI location) {
        xml.append("<md:").append(name).append(" Binding=\"").append(binding).append("\" Location=\"");
        xml.append(XmlText.escape(location.toString())).append("\"/>");
    }

    private ForgedMetadata with(Consumer<Draft> change) {
        Draft next = new Draft(draft);
        change.accept(next);
        return new ForgedMetadata(next);
    }

    @Override
    public String toString() {
        return "ForgedMetadata(" + draft.entityId + ")";
    }

    /** Changed only while metadata is being made from other metadata. */
    private static final class Draft {
        private final SimulatedProfile profile;
        private String entityId = "";
        private URI singleSignOn = URI.create("");
        private URI logout = URI.create("");
        private List<X509Certificate> signing = List.of();
        private @Nullable SignatureRecipe signature;
        private Changes<XmlPart> changes = Changes.none();
        private Changes<String> text = Changes.none();

        Draft(SimulatedProfile profile) {
            this.profile = profile;
        }

        Draft(Draft other) {
            this.profile = other.profile;
            this.entityId = other.entityId;
            this.singleSignOn = other.singleSignOn;
            this.logout = other.logout;
            this.signing = other.signing;
            this.signature = other.signature;
            this.changes = other.changes;
            this.text = other.text;
        }
    }
}
