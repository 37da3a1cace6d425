package dk.borgerbro.testkit.nemlogin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A protocol message without an assertion, such as a LogoutRequest, for each of the bindings. Immutable and thread-safe; nothing is
 * signed before one of the forms is asked for.
 *
 * <p>The stages: {@link #change}, enveloped signature (POST and SOAP only), {@link #changeSigned}, {@link #changeText}, then the binding;
 * with Redirect {@link #changeUnsignedQuery}, the
 * signature and {@link #changeQuery}.
 */
public final class ForgedMessage {
    private final Draft draft;

    private ForgedMessage(Draft draft) {
        this.draft = draft;
    }

    /**
     * {@return a message}
     *
     * @param xml the message, unsigned; a name of its root that ends with {@code Response} makes the parameter {@code SAMLResponse}
     * @param signature how it is signed
     * @param seed of everything random in the signature
     */
    public static ForgedMessage of(String xml, SignatureRecipe signature, long seed) {
        Draft first = new Draft(xml, seed);
        first.signature = signature;
        return new ForgedMessage(first);
    }

    /** {@return the same signed in another way} */
    public ForgedMessage withSignature(UnaryOperator<SignatureRecipe> change) {
        return with(next -> {
            SignatureRecipe now = next.signature;
            if (now == null) {
                throw new IllegalStateException("the message is not signed; use withSignature(SignatureRecipe)");
            }
            next.signature = change.apply(now);
        });
    }

    /** {@return the same signed by another recipe} */
    public ForgedMessage withSignature(SignatureRecipe recipe) {
        return with(next -> next.signature = recipe);
    }

    /** {@return the same without a signature} */
    public ForgedMessage withoutSignature() {
        return with(next -> next.signature = null);
    }

    /** {@return the same with a RelayState} */
    public ForgedMessage withRelayState(String value) {
        return with(next -> next.relayState = value);
    }

    /** {@return the same, changed before it is signed} */
    public ForgedMessage change(Consumer<XmlPart> change) {
        return with(next -> next.plain = next.plain.doing(change));
    }

    /** {@return the same, changed after it was signed} */
    public ForgedMessage changeSigned(Consumer<XmlPart> change) {
        return with(next -> next.signed = next.signed.doing(change));
    }

    /** {@return the same, with its text changed before it is put into a binding} */
    public ForgedMessage changeText(UnaryOperator<String> change) {
        return with(next -> next.text = next.text.then(change));
    }

    /** {@return the same, with the query changed before it is signed, {@code SigAlg} included} */
    public ForgedMessage changeUnsignedQuery(UnaryOperator<String> change) {
        return with(next -> next.unsignedQuery = next.unsignedQuery.then(change));
    }

    /** {@return the same, with the finished query changed} */
    public ForgedMessage changeQuery(UnaryOperator<String> change) {
        return with(next -> next.query = next.query.then(change));
    }

    /** {@return the text with an enveloped signature} */
    public String signedXml() {
        XmlPart message = message();
        SignatureRecipe recipe = draft.signature;
        if (recipe != null) {
            XmlSigner.sign(message, recipe, new SeededRandom(draft.seed));
        }
        draft.signed.apply(message);
        return text(message);
    }

    /** {@return the text without a signature} */
    public String plainXml() {
        return text(message());
    }

    /** {@return the value of the form field for the POST binding, in base64} */
    public String formValue() {
        return Base64.getEncoder().encodeToString(signedXml().getBytes(StandardCharsets.UTF_8));
    }

    /** {@return a SOAP 1.1 envelope with the signed message} */
    public byte[] soap() {
        String envelope = "<soap:Envelope xmlns:soap=\"" + Saml.SOAP + "\"><soap:Body>" + signedXml()
                + "</soap:Body></soap:Envelope>";
        return envelope.getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the raw query for the Redirect binding} */
    public String query() {
        String xml = plainXml();
        SignatureRecipe recipe = draft.signature;
        String query = RedirectQuery.of(parameter(), xml, draft.relayState);
        if (recipe == null) {
            return draft.query.apply(draft.unsignedQuery.apply(query));
        }
        String unsigned = draft.unsignedQuery.apply(RedirectQuery.withAlgorithm(query, recipe));
        String signed = RedirectQuery.sign(unsigned, recipe, new SeededRandom(draft.seed));
        return draft.query.apply(signed);
    }

    /** {@return the address with the query for the Redirect binding} */
    public URI redirect(URI endpoint) {
        return URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + query());
    }

    /** {@return {@code SAMLRequest} or {@code SAMLResponse}} */
    public String parameter() {
        String root = XmlText.parse(draft.xml).getDocumentElement().getLocalName();
        return root.endsWith("Response") ? "SAMLResponse" : "SAMLRequest";
    }

    /** {@return the ID of the message before any change} */
    public String id() {
        return XmlText.parse(draft.xml).getDocumentElement().getAttribute("ID");
    }

    /** {@return the RelayState, empty for none} */
    public String relayState() {
        return draft.relayState;
    }

    private XmlPart message() {
        return draft.plain.apply(new XmlPart(XmlText.parse(draft.xml).getDocumentElement()));
    }

    private String text(XmlPart message) {
        Element root = message.element().getOwnerDocument().getDocumentElement();
        return draft.text.apply(XmlText.of(root));
    }

    private ForgedMessage with(Consumer<Draft> change) {
        Draft next = new Draft(draft);
        change.accept(next);
        return new ForgedMessage(next);
    }

    @Override
    public String toString() {
        return "ForgedMessage(" + id() + ")";
    }

    /** Changed only while a message is being made from another. */
    private static final class Draft {
        private final String xml;
        private final long seed;
        private @Nullable SignatureRecipe signature;
        private String relayState = "";
        private Changes<XmlPart> plain = Changes.none();
        private Changes<XmlPart> signed = Changes.none();
        private Changes<String> text = Changes.none();
        private Changes<String> unsignedQuery = Changes.none();
        private Changes<String> query = Changes.none();

        Draft(String xml, long seed) {
            this.xml = xml;
            this.seed = seed;
        }

        Draft(Draft other) {
            this(other.xml, other.seed);
            this.signature = other.signature;
            this.relayState = other.relayState;
            this.plain = other.plain;
            this.signed = other.signed;
            this.text = other.text;
            this.unsignedQuery = other.unsignedQuery;
            this.query = other.query;
        }
    }
}
