package dk.borgerbro.eid.internal.structure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** {@code xs:base64Binary} (XML Schema part 2, 3.2.16): white space anywhere, padding required, unused bits zero. */
public final class Base64Binary {
    private static final int LONG = 256;
    private static final byte SPACE = -2;
    private static final byte PADDING = -3;
    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            VALUES[alphabet.charAt(i)] = (byte) i;
        }
        for (char space : new char[] {' ', '\t', '\n', '\r'}) {
            VALUES[space] = SPACE;
        }
        VALUES['='] = PADDING;
    }

    private Base64Binary() {}

    /** {@return the octets of a text that is base64; the structure check has made sure of that} */
    public static byte[] decode(String text) {
        return isDense(text)
                ? Base64.getDecoder().decode(text)
                : Base64.getMimeDecoder().decode(text);
    }

    /** Without white space the JDK's plain decoder will do, which is many times as fast as anything that goes by characters. */
    private static boolean isDense(String text) {
        return (text.length() & 3) == 0
                && text.indexOf('\n') < 0
                && text.indexOf(' ') < 0
                && text.indexOf('\r') < 0
                && text.indexOf('\t') < 0;
    }

    /** {@return whether all but the last four characters, which may be padding, are digits; false also means "look closer"} */
    private static boolean isDenseButForItsEnd(String text) {
        if (text.length() < LONG || (text.length() & 3) != 0) {
            return false;
        }
        // What is not Latin becomes a question mark, which is no digit either. No branches: ciphertexts are long.
        byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
        int worst = 0;
        for (int i = 0; i < characters.length - 4; i++) {
            worst |= VALUES[Byte.toUnsignedInt(characters[i])];
        }
        return worst >= 0;
    }

    static boolean isBase64(String text) {
        return isDenseButForItsEnd(text)
                ? isBase64ByCharacters(text.substring(text.length() - 4))
                : isBase64ByCharacters(text);
    }

    private static boolean isBase64ByCharacters(String text) {
        int digits = 0;
        int padding = 0;
        int last = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value >= 0) {
                if (padding > 0) {
                    return false;
                }
                last = value;
                digits++;
            } else if (value == PADDING) {
                padding++;
            } else if (value != SPACE) {
                return false;
            }
        }
        return switch (digits & 3) {
            case 0 -> padding == 0;
            case 2 -> padding == 2 && (last & 0xF) == 0;
            case 3 -> padding == 1 && (last & 0x3) == 0;
            default -> false;
        };
    }
}
