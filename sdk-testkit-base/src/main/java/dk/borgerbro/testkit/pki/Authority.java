package dk.borgerbro.testkit.pki;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Somebody who signs certificates, rightly or (in negative tests) wrongly.
 *
 * @param name its subject, byte for byte as in its certificate
 * @param key its key
 * @param chain its certificate and those above it, the root last
 * @param isRoot whether its status addresses are the root's
 */
record Authority(X500Name name, KeyPair key, List<X509Certificate> chain, boolean isRoot) {
    X509Certificate certificate() {
        return chain.get(0);
    }

    List<X509Certificate> chainBelow(X509Certificate issued) {
        List<X509Certificate> whole = new ArrayList<>();
        whole.add(issued);
        whole.addAll(chain);
        return List.copyOf(whole);
    }
}
