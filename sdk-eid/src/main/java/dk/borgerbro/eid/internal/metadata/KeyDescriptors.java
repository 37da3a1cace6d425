package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.support.xml.Elements;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** The keys of a role, as certificates. */
final class KeyDescriptors {
    /** Each may cost a question to the status service. */
    private static final int MOST = 20;

    private KeyDescriptors() {}

    /**
     * One key of a role.
     *
     * @param chain its certificate, then what stood beside it; empty if nothing in the key descriptor is a certificate
     */
    record Key(int position, List<X509Certificate> chain) {}

    /** {@return the keys that may sign: those without a use may, too} */
    static List<Key> signing(Element role) {
        List<Key> keys = new ArrayList<>();
        List<Element> descriptors = Md.children(role, "KeyDescriptor").stream()
                .filter(key -> Md.attribute(key, "use").map("signing"::equals).orElse(true))
                .toList();
        for (Element descriptor : descriptors) {
            List<Element> data = Elements.children(descriptor, Md.DSIG, "KeyInfo").stream()
                    .flatMap(info -> Elements.children(info, Md.DSIG, "X509Data").stream())
                    .toList();
            if (data.isEmpty()) {
                keys.add(new Key(keys.size() + 1, List.of()));
            }
            for (Element each : data) {
                keys.add(new Key(keys.size() + 1, chain(each)));
            }
            if (keys.size() > MOST) {
                throw Md.fault("2.4.1.1", role.getLocalName() + "/KeyDescriptor", "there are more than " + MOST);
            }
        }
        return keys;
    }

    /** The first is the key's own; if it cannot be read, the others are nobody's issuers. */
    private static List<X509Certificate> chain(Element data) {
        List<X509Certificate> chain = new ArrayList<>();
        for (Element each : Elements.children(data, Md.DSIG, "X509Certificate")) {
            Optional<X509Certificate> certificate = certificate(each.getTextContent());
            if (certificate.isEmpty() && chain.isEmpty()) {
                return List.of();
            }
            certificate.filter(c -> chain.size() < MOST).ifPresent(chain::add);
        }
        return List.copyOf(chain);
    }

    private static Optional<X509Certificate> certificate(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (IllegalArgumentException | CertificateException e) {
            return Optional.empty();
        }
    }
}
