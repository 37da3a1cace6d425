package dk.borgerbro.core.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.Extension;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;

/**
 * The signatures preferred in an answer, as an extension of an OCSP request (RFC 6960 section 4.4.7): those in which OCES is signed.
 *
 * <p>It also keeps the JDK from asking by GET, which the public OCES service answers with 404: the JDK does so up to 255 characters of address, and
 * the switch for it ({@code com.sun.security.ocsp.useget}) counts for the whole JVM. This makes any request longer than that.
 */
final class OcspPreferences implements Extension {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    /** 1.3.6.1.5.5.7.48.1.8. */
    private static final byte[] ID = {0x06, 0x09, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x08};
    /** 1.2.840.113549.1.1.10. */
    private static final byte[] RSASSA_PSS = {
        0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x0a
    };

    /** Made last, of the constants above. */
    static final Extension INSTANCE = new OcspPreferences();

    private final byte[] value;

    private OcspPreferences() {
        ByteArrayOutputStream algorithms = new ByteArrayOutputStream();
        List.of(
                        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1),
                        new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1),
                        new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1))
                .forEach(algorithm -> algorithms.writeBytes(preferred(algorithm)));
        this.value = der(SEQUENCE, algorithms.toByteArray());
    }

    @Override
    public String getId() {
        return "1.3.6.1.5.5.7.48.1.8";
    }

    @Override
    public boolean isCritical() {
        return false;
    }

    @Override
    public byte[] getValue() {
        return value.clone();
    }

    @Override
    public void encode(OutputStream out) throws IOException {
        out.write(der(SEQUENCE, ID, der(OCTET_STRING, value)));
    }

    private static byte[] preferred(AlgorithmParameterSpec pss) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(pss);
            return der(SEQUENCE, der(SEQUENCE, RSASSA_PSS, parameters.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK knows RSASSA-PSS", e);
        }
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            // DER wants the shortest form.
            if (length > 0xff) {
                out.write(0x82);
                out.write(length >> 8);
            } else {
                out.write(0x81);
            }
            out.write(length);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
