package dk.borgerbro.testkit.nemlogin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A Response to be: what NemLog-in would send until a method changes it. Immutable and thread-safe; nothing is signed before {@link
 * #issue()}, and the same Response issues the same bytes each time.
 *
 * <p>The stages, in this order: facts, {@link #changeAssertion}, signing the assertion, {@link #changeSignedAssertion}, {@link
 * #changeAssertionText}, encryption, {@link #changeResponse}, signing the Response (not done unless asked for), {@link
 * #changeSignedResponse}, {@link #changeText}.
 */
public final class ForgedResponse {
    private final Draft draft;

    private ForgedResponse(Draft draft) {
        this.draft = draft;
    }

    static ForgedResponse of(
            ResponseFacts facts, URI to, SignatureRecipe signature, EncryptionRecipe encryption, long seed) {
        Draft first = new Draft(facts, to, seed);
        first.signature = signature;
        first.encryption = encryption;
        return new ForgedResponse(first);
    }

    /** {@return the same with other facts} */
    public ForgedResponse withFacts(UnaryOperator<ResponseFacts> change) {
        return with(next -> next.facts = change.apply(next.facts));
    }

    /** {@return the same with the assertion signed in another way} */
    public ForgedResponse withSignature(UnaryOperator<SignatureRecipe> change) {
        return with(next -> {
            SignatureRecipe now = next.signature;
            if (now == null) {
                throw new IllegalStateException("the assertion is not signed; use withSignature(SignatureRecipe)");
            }
            next.signature = change.apply(now);
        });
    }

    /** {@return the same with the assertion signed by another recipe} */
    public ForgedResponse withSignature(SignatureRecipe recipe) {
        return with(next -> next.signature = recipe);
    }

    /** {@return the same with an assertion that is not signed} */
    public ForgedResponse withoutSignature() {
        return with(next -> next.signature = null);
    }

    /** {@return the same with the assertion encrypted in another way} */
    public ForgedResponse withEncryption(UnaryOperator<EncryptionRecipe> change) {
        return with(next -> {
            EncryptionRecipe now = next.encryption;
            if (now == null) {
                throw new IllegalStateException("the assertion is not encrypted");
            }
            next.encryption = change.apply(now);
        });
    }

    /** {@return the same with a plain assertion} */
    public ForgedResponse withoutEncryption() {
        return with(next -> next.encryption = null);
    }

    /** {@return the same with the Response itself signed too} */
    public ForgedResponse withResponseSignature(SignatureRecipe recipe) {
        return with(next -> next.responseSignature = recipe);
    }

    /** {@return the same, with the assertion changed before it is signed} */
    public ForgedResponse changeAssertion(Consumer<XmlPart> change) {
        return with(next -> next.assertion = next.assertion.doing(change));
    }

    /** {@return the same, with the assertion changed after it was signed and before it is encrypted} */
    public ForgedResponse changeSignedAssertion(Consumer<XmlPart> change) {
        return with(next -> next.signedAssertion = next.signedAssertion.doing(change));
    }

    /** {@return the same, with the text of the signed assertion changed, or replaced, before it is encrypted} */
    public ForgedResponse changeAssertionText(UnaryOperator<String> change) {
        return with(next -> next.assertionText = next.assertionText.then(change));
    }

    /** {@return the same, with the Response changed when the (encrypted) assertion is in it} */
    public ForgedResponse changeResponse(Consumer<XmlPart> change) {
        return with(next -> next.response = next.response.doing(change));
    }

    /** {@return the same, with the Response changed after it was signed} */
    public ForgedResponse changeSignedResponse(Consumer<XmlPart> change) {
        return with(next -> next.signedResponse = next.signedResponse.doing(change));
    }

    /** {@return the same, with the text of the whole message changed at the end} */
    public ForgedResponse changeText(UnaryOperator<String> change) {
        return with(next -> next.text = next.text.then(change));
    }

    /** {@return the same taken to another address, whatever its Destination says} */
    public ForgedResponse deliveredTo(URI address) {
        return with(next -> next.to = address);
    }

    /** {@return what the message says, before any change to the XML} */
    public ResponseFacts facts() {
        return draft.facts;
    }

    /** {@return the finished message} */
    public IssuedResponse issue() {
        SeededRandom random = new SeededRandom(draft.seed);
        String assertion = draft.facts.isSuccess() ? assertion(random) : "";
        XmlPart response = new XmlPart(
                XmlText.parse(ResponseTemplate.response(draft.facts)).getDocumentElement());
        if (!assertion.isEmpty()) {
            EncryptionRecipe encryption = draft.encryption;
            byte[] plain = assertion.getBytes(StandardCharsets.UTF_8);
            response.append("", encryption == null ? assertion : XmlEncrypter.encrypt(plain, encryption, random));
        }
        draft.response.apply(response);
        SignatureRecipe outer = draft.responseSignature;
        if (outer != null) {
            XmlSigner.sign(response, outer, random);
        }
        draft.signedResponse.apply(response);
        Element root = response.element().getOwnerDocument().getDocumentElement();
        String xml = draft.text.apply(XmlText.of(root));
        return new IssuedResponse(draft.facts, draft.to, assertion, xml, "");
    }

    private String assertion(SeededRandom random) {
        XmlPart assertion = new XmlPart(
                XmlText.parse(ResponseTemplate.assertion(draft.facts)).getDocumentElement());
        draft.assertion.apply(assertion);
        SignatureRecipe recipe = draft.signature;
        if (recipe != null) {
            XmlSigner.sign(assertion, recipe, random);
        }
        draft.signedAssertion.apply(assertion);
        Element root = assertion.element().getOwnerDocument().getDocumentElement();
        return draft.assertionText.apply(XmlText.of(root));
    }

    private ForgedResponse with(Consumer<Draft> change) {
        Draft next = new Draft(draft);
        change.accept(next);
        return new ForgedResponse(next);
    }

    @Override
    public String toString() {
        return "ForgedResponse(" + draft.facts.responseId() + ")";
    }

    /** Changed only while a response is being made from another. */
    private static final class Draft {
        private URI to;
        private final long seed;
        private ResponseFacts facts;
        private @Nullable SignatureRecipe signature;
        private @Nullable EncryptionRecipe encryption;
        private @Nullable SignatureRecipe responseSignature;
        private Changes<XmlPart> assertion = Changes.none();
        private Changes<XmlPart> signedAssertion = Changes.none();
        private Changes<String> assertionText = Changes.none();
        private Changes<XmlPart> response = Changes.none();
        private Changes<XmlPart> signedResponse = Changes.none();
        private Changes<String> text = Changes.none();

        Draft(ResponseFacts facts, URI to, long seed) {
            this.facts = facts;
            this.to = to;
            this.seed = seed;
        }

        Draft(Draft other) {
            this(other.facts, other.to, other.seed);
            this.signature = other.signature;
            this.encryption = other.encryption;
            this.responseSignature = other.responseSignature;
            this.assertion = other.assertion;
            this.signedAssertion = other.signedAssertion;
            this.assertionText = other.assertionText;
            this.response = other.response;
            this.signedResponse = other.signedResponse;
            this.text = other.text;
        }
    }
}
