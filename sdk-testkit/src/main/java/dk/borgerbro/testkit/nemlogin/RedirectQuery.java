package dk.borgerbro.testkit.nemlogin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The HTTP-Redirect binding: SAML bindings 3.4.4.1. */
final class RedirectQuery {
    private RedirectQuery() {}

    /** {@return message, then RelayState if any} */
    static String of(String parameter, String xml, String relayState) {
        String message = parameter + "=" + encode(Base64.getEncoder().encodeToString(deflate(xml)));
        return relayState.isEmpty() ? message : message + "&RelayState=" + encode(relayState);
    }

    static String withAlgorithm(String query, SignatureRecipe recipe) {
        return query + "&SigAlg=" + encode(recipe.claimedAlgorithm());
    }

    static String sign(String query, SignatureRecipe recipe, SeededRandom random) {
        byte[] octets = query.getBytes(StandardCharsets.US_ASCII);
        byte[] value = JcaSignature.sign(recipe.algorithm(), recipe.key(), octets, random);
        return query + "&Signature=" + encode(Base64.getEncoder().encodeToString(value));
    }

    private static byte[] deflate(String xml) {
        Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, raw)) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        } finally {
            raw.end();
        }
        return deflated.toByteArray();
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
