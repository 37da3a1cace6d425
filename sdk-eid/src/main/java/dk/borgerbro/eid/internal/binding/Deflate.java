package dk.borgerbro.eid.internal.binding;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Compression without a frame (RFC 1951), reading within a bound. */
final class Deflate {
    private static final int BLOCK = 4096;

    private Deflate() {}

    static byte[] compress(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
            byte[] block = new byte[BLOCK];
            while (!deflater.finished()) {
                out.write(block, 0, deflater.deflate(block));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** {@return the content, of which no more than the bound is ever unpacked} */
    static byte[] expand(String name, byte[] compressed, int bound) throws TransportFault {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(BLOCK);
            byte[] block = new byte[BLOCK];
            while (!inflater.finished()) {
                int count = inflater.inflate(block);
                if (count == 0 && !inflater.finished()) {
                    throw new TransportFault(name, "ends before its compression does; was it cut?");
                }
                if (count > bound - out.size()) {
                    throw new TransportFault(name, "unpacks to more than " + bound + " bytes");
                }
                out.write(block, 0, count);
            }
            if (inflater.getRemaining() > 0) {
                throw new TransportFault(name, "goes on after the end of its compression");
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new TransportFault(name, "is not compressed by DEFLATE as the redirect binding asks for");
        } finally {
            inflater.end();
        }
    }
}
