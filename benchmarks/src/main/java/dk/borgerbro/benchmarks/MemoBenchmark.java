package dk.borgerbro.benchmarks;

import dk.borgerbro.digitalpost.memo.AdditionalDocument;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.ContentTarget;
import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.IdType;
import dk.borgerbro.digitalpost.memo.MainDocument;
import dk.borgerbro.digitalpost.memo.MemoReader;
import dk.borgerbro.digitalpost.memo.MemoWriter;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.MessageBody;
import dk.borgerbro.digitalpost.memo.MessageHeader;
import dk.borgerbro.digitalpost.memo.MessageType;
import dk.borgerbro.digitalpost.memo.ReadHeader;
import dk.borgerbro.digitalpost.memo.ReadMessage;
import dk.borgerbro.digitalpost.memo.Recipient;
import dk.borgerbro.digitalpost.memo.Sender;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.xml.transform.stream.StreamSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message with 10 MB of attachments: written, read and opened, against bare base64 and JAXB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else
public class MemoBenchmark {
    private static final int[] SIZES = {100_000, 4_900_000, 5_000_000};

    private final List<byte[]> files = new ArrayList<>();
    private final List<byte[]> texts = new ArrayList<>();
    /** For the bare sides: what they write into costs them nothing. */
    private final byte[] target = new byte[8_000_000];

    private Message message;
    private byte[] xml;
    private JAXBContext jaxb;

    /** Makes the message. */
    @Setup(Level.Trial)
    public void prepare() throws IOException, JAXBException {
        Random random = new Random(1);
        for (int size : SIZES) {
            byte[] file = new byte[size];
            random.nextBytes(file);
            files.add(file);
            texts.add(Base64.getEncoder().encode(file));
        }
        MessageBody.Builder body =
                MessageBody.builder(Instant.parse("2026-11-24T10:00:00Z"), MainDocument.of(file(files.get(0))));
        for (byte[] file : files.subList(1, files.size())) {
            body.addAdditionalDocument(
                    AdditionalDocument.builder().addFile(file(file)).build());
        }
        message = Message.of(
                MessageHeader.builder(
                                MessageType.DIGITALPOST,
                                UUID.fromString("8c2ea15d-61fb-4ba9-9366-42f8b194c114"),
                                "Afgørelse",
                                Sender.builder("99000007", IdType.CVR, "Kommunen")
                                        .build(),
                                Recipient.builder("0101505006", IdType.CPR).build())
                        .build(),
                body.build());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MemoWriter.write(message, out);
        xml = out.toByteArray();
        jaxb = JAXBContext.newInstance(JaxbMessage.class);
    }

    private static File file(byte[] content) {
        return new File("application/pdf", "bilag.pdf", "da", ContentSource.of(content));
    }

    /** {@return bytes written} */
    @Benchmark
    public long write() throws IOException {
        Counter sink = new Counter();
        MemoWriter.write(message, sink);
        return sink.bytes;
    }

    /** {@return bytes written} */
    @Benchmark
    public long base64Encode() throws IOException {
        Counter sink = new Counter();
        for (byte[] file : files) {
            int length = Base64.getEncoder().encode(file, target);
            sink.write(target, 0, length);
        }
        return sink.bytes;
    }

    /** {@return the message} */
    @Benchmark
    public ReadMessage read() throws IOException {
        return MemoReader.read(new ByteArrayInputStream(xml), file -> Optional.of(new Counter()));
    }

    /** {@return bytes decoded} */
    @Benchmark
    public long base64Decode() throws IOException {
        Counter sink = new Counter();
        for (byte[] text : texts) {
            int length = Base64.getDecoder().decode(text, target);
            sink.write(target, 0, length);
        }
        return sink.bytes;
    }

    /** {@return the message} */
    @Benchmark
    public JaxbMessage jaxb() throws JAXBException {
        return jaxb.createUnmarshaller()
                .unmarshal(new StreamSource(new ByteArrayInputStream(xml)), JaxbMessage.class)
                .getValue();
    }

    /** {@return the header} */
    @Benchmark
    public ReadHeader header() throws IOException {
        return MemoReader.header(new ByteArrayInputStream(xml));
    }

    /** Counts and forgets. */
    private static final class Counter extends OutputStream implements ContentTarget {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }

        @Override
        public OutputStream open() {
            return this;
        }

        @Override
        public ContentSource content() {
            return ContentSource.of(new byte[0]);
        }
    }
}
