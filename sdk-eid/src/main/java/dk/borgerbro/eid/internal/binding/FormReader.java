package dk.borgerbro.eid.internal.binding;

import dk.borgerbro.eid.IncomingRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Reads a message of the POST binding (SAML bindings 3.5): one field of a form. */
public final class FormReader {
    /** Most bytes that are read of a form, message and all: the message is encoded in them. */
    public static final int LARGEST = 1024 * 1024;

    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private FormReader() {}

    /** {@return whether a request is a form, so that {@link #read} has a point} */
    public static boolean isForm(IncomingRequest request) {
        return request.method().equals("POST") && mediaType(request).equals(MEDIA_TYPE);
    }

    /**
     * {@return the message in a form}
     *
     * @param accepted in which parameters it may come
     * @throws TransportFault if it is no form, or not one message, not base64 or too large
     */
    public static BoundMessage read(IncomingRequest request, Set<MessageParameter> accepted) throws TransportFault {
        if (!request.method().equals("POST")) {
            throw new TransportFault("method", "must be POST; was this address opened by hand?");
        }
        if (!mediaType(request).equals(MEDIA_TYPE)) {
            throw new TransportFault("Content-Type", "must be " + MEDIA_TYPE);
        }
        byte[] body = body(request);
        Parameters parameters = Parameters.of(new String(body, StandardCharsets.ISO_8859_1));
        MessageParameter parameter = parameters.message(accepted);
        byte[] xml = parameters.base64(parameter.wire()).orElseThrow();
        return new BoundMessage(parameter, xml, parameters.relayState());
    }

    /** {@return the media type of a request, in lower case and without parameters} */
    static String mediaType(IncomingRequest request) {
        String type = request.contentType();
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** {@return the whole body, of which no more than the limit is read} */
    static byte[] body(IncomingRequest request) throws TransportFault {
        byte[] body;
        try {
            body = request.body().readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new TransportFault("body", "broke off before its end");
        }
        if (body.length > LARGEST) {
            throw new TransportFault("body", "is larger than " + LARGEST + " bytes");
        }
        return body;
    }
}
