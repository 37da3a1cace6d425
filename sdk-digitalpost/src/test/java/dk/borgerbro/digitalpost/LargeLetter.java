package dk.borgerbro.digitalpost;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.digitalpost.memo.MemoLimits;
import dk.borgerbro.testkit.digitalpost.DigitalPostSimulator;
import java.io.InputStream;
import java.util.Arrays;

/** Sends 100 MB of attachments to a simulator in the same JVM, after one lost answer; for {@link LargeLetterTest}. */
final class LargeLetter {
    private static final int ATTACHMENTS = 10;
    private static final long EACH = 10_000_000;

    private LargeLetter() {}

    public static void main(String[] args) {
        try (DigitalPostSimulator sim = DigitalPostSimulator.builder()
                        .mostDocumentBytes(200_000_000)
                        .start();
                DigitalPostClient post = DigitalPostClient.builder()
                        .environment(sim.environment())
                        .key(sim.senderKey())
                        .sender(sim.senderCvr())
                        .systemToken(sim.system().systemId(), sim.system().apiToken())
                        .settings(ClientSettings.builder().sleeper(wait -> {}).build())
                        .limits(new MemoLimits(200_000_000, 200_000_000, ATTACHMENTS))
                        .build()) {
            Letter.Builder letter = Letter.builder(sim.anyAdult(), "Stort brev", document(0, 1000));
            for (int i = 1; i <= ATTACHMENTS; i++) {
                letter.attach(document(i, EACH));
            }
            sim.next().dropAfterReceiving();
            SendReceipt receipt = post.send(letter.build(), IdempotencyKey.of("stort/brev/1"));
            long heap = Runtime.getRuntime().maxMemory() / 1024 / 1024;
            System.out.println(receipt.status() + " letters=" + sim.received().size() + " calls="
                    + sim.calls().size() + " heap=" + heap);
        }
    }

    private static Document document(int number, long size) {
        return Document.of("application/pdf", "bilag" + number + ".pdf", "da", size, () -> new Zeros(size));
    }

    /** Content that lies nowhere. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
