package dk.borgerbro.benchmarks;

import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.IdType;
import dk.borgerbro.digitalpost.memo.MainDocument;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.MessageBody;
import dk.borgerbro.digitalpost.memo.MessageHeader;
import dk.borgerbro.digitalpost.memo.MessageType;
import dk.borgerbro.digitalpost.memo.Recipient;
import dk.borgerbro.digitalpost.memo.Sender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Letters with what a PDF is to a compressor: some plain structure round streams that are compressed already. */
final class PdfLetters {
    private static final int SIZE = 20_000;

    private PdfLetters() {}

    /**
     * {@return letters}
     *
     * @param shared how much of each PDF is the same in all, such as fonts and pictures, in per cent
     */
    static List<Message> of(int count, int shared) {
        Random random = new Random(1);
        byte[] common = new byte[SIZE * shared / 100];
        random.nextBytes(common);
        List<Message> letters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            letters.add(letter(i, pdf(common, random), random));
        }
        return letters;
    }

    private static byte[] pdf(byte[] common, Random random) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        int own = SIZE - common.length;
        byte[] text = new byte[own / 2 + random.nextInt(own)];
        random.nextBytes(text);
        pdf.writeBytes(ascii("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"));
        stream(pdf, 4, text);
        if (common.length > 0) {
            stream(pdf, 5, common);
        }
        pdf.writeBytes(ascii("xref\n0 20\n"));
        for (int i = 0; i < 20; i++) {
            pdf.writeBytes(ascii(String.format(Locale.ROOT, "%010d 00000 n \n", random.nextInt(SIZE))));
        }
        pdf.writeBytes(ascii("trailer\n<</Size 20/Root 1 0 R>>\n%%EOF\n"));
        return pdf.toByteArray();
    }

    private static void stream(ByteArrayOutputStream pdf, int number, byte[] content) {
        pdf.writeBytes(ascii(number + " 0 obj\n<</Length " + content.length + "/Filter/FlateDecode>>\nstream\n"));
        pdf.writeBytes(content);
        pdf.writeBytes(ascii("\nendstream\nendobj\n"));
    }

    private static Message letter(int number, byte[] pdf, Random random) {
        return Message.of(
                MessageHeader.builder(
                                MessageType.DIGITALPOST,
                                new UUID(
                                        (random.nextLong() & ~0xF000L) | 0x4000L,
                                        (random.nextLong() >>> 2) | (1L << 63)),
                                "Afgørelse i sag " + number,
                                Sender.builder("99000007", IdType.CVR, "Kommunen")
                                        .build(),
                                Recipient.builder(
                                                String.format(Locale.ROOT, "%010d", random.nextInt(Integer.MAX_VALUE)),
                                                IdType.CPR)
                                        .build())
                        .build(),
                MessageBody.builder(
                                Instant.parse("2026-11-24T10:00:00Z"),
                                MainDocument.of(new File("application/pdf", "brev.pdf", "da", ContentSource.of(pdf))))
                        .build());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
