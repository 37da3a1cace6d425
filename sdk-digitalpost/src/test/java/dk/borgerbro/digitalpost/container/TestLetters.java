package dk.borgerbro.digitalpost.container;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Letters for containers: the same number gives the same letter. */
final class TestLetters {
    private TestLetters() {}

    static UUID uuid(int number) {
        return new UUID(0x11111111_2222_4333L, 0x8000_000000000000L | number);
    }

    /** {@return a letter whose document compresses no better than a PDF} */
    static Message letter(int number, int size) {
        byte[] document = new byte[size];
        new Random(number).nextBytes(document);
        return letter(number, ContentSource.of(document));
    }

    static Message letter(int number, ContentSource document) {
        return Message.of(
                MessageHeader.builder(
                                MessageType.DIGITALPOST,
                                uuid(number),
                                "Afgørelse " + number,
                                Sender.builder("99000007", IdType.CVR, "Kommunen")
                                        .build(),
                                Recipient.builder("0101505006", IdType.CPR).build())
                        .build(),
                MessageBody.builder(
                                Instant.parse("2026-11-24T10:00:00Z"),
                                MainDocument.of(new File("application/pdf", "brev.pdf", "da", document)))
                        .build());
    }

    static List<Message> letters(int count, int size) {
        return IntStream.range(0, count).mapToObj(i -> letter(i, size)).toList();
    }

    static byte[] container(List<Message> letters) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ContainerWriter.write(out, container -> {
                for (Message letter : letters) {
                    container.add(letter);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
