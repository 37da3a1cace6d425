package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.internal.binding.BoundMessage;
import dk.borgerbro.eid.internal.binding.FormReader;
import dk.borgerbro.eid.internal.binding.MessageParameter;
import dk.borgerbro.eid.internal.binding.RedirectBinding;
import dk.borgerbro.eid.internal.binding.RedirectMessage;
import dk.borgerbro.eid.internal.binding.SoapBinding;
import dk.borgerbro.eid.internal.binding.TransportFault;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.EnvelopedSignature;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.saml.SamlBinding;
import java.security.PublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A logout message as it came in, by whichever binding. */
final class ReceivedLogout {
    private static final Set<MessageParameter> EITHER = EnumSet.allOf(MessageParameter.class);

    private final SamlBinding binding;
    private final BoundMessage message;
    private final @Nullable RedirectMessage redirect;

    private ReceivedLogout(SamlBinding binding, BoundMessage message, @Nullable RedirectMessage redirect) {
        this.binding = binding;
        this.message = message;
        this.redirect = redirect;
    }

    static ReceivedLogout of(IncomingRequest request, RedirectBinding redirects) throws TransportFault, Refusal {
        if (request.method().equals("GET")) {
            RedirectMessage redirect = redirects.read(request, EITHER);
            return new ReceivedLogout(SamlBinding.HTTP_REDIRECT, redirect.message(), redirect);
        }
        if (SoapBinding.isSoap(request)) {
            return new ReceivedLogout(SamlBinding.SOAP, SoapBinding.read(request), null);
        }
        return new ReceivedLogout(SamlBinding.HTTP_POST, FormReader.read(request, EITHER), null);
    }

    SamlBinding binding() {
        return binding;
    }

    BoundMessage message() {
        return message;
    }

    /**
     * Verifies the signature where the binding has its place; to return is to have verified one.
     *
     * @param enveloped the one inside the message: need not be there with redirect, but must hold if it is
     */
    void verify(@Nullable EnvelopedSignature enveloped, List<PublicKey> trusted) throws Refusal {
        if (redirect != null) {
            redirect.verify(trusted);
        } else if (enveloped == null) {
            throw new Refusal(
                    EngineCheck.SIGNATURE_MISSING,
                    "Signature",
                    "is missing; the identity provider must sign logout messages");
        }
        if (enveloped != null) {
            enveloped.verify(trusted);
        }
    }
}
