package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.Finding;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoConverterTest {
    private static final MemoValidator VALIDATOR =
            MemoValidator.forSending().withMandatoryPost(true).withLegalNotification(true);

    @Test
    void theSameVersionIsTheSameMessage() {
        Message message = OfficialExamples.minimum();
        assertThat(MemoConverter.convert(message, message.version())).satisfies(converted -> {
            assertThat(converted.message()).isSameAs(message);
            assertThat(converted.isLossless()).isTrue();
        });
    }

    @Test
    void representativesGetLostOnTheWayTo11AndThisIsSaid() {
        Message full = Read.bytes(Read.sample("1.2/MeMo_Full_Example.xml")).message();

        ConvertedMessage converted = MemoConverter.convert(full, MemoVersion.V1_1);

        assertThat(converted.isLossless()).isFalse();
        assertThat(converted.findings())
                .extracting(Finding::path)
                .containsExactly(
                        "/Message/MessageHeader/Sender/Representative",
                        "/Message/MessageHeader/ForwardData/originalRepresentative");
        assertThat(converted.findings()).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("V09");
            assertThat(finding.isError()).isFalse();
        });
        assertThat(converted.message().header().sender().representative()).isEmpty();
    }

    @Test
    void nothingGetsLostOnTheWayTo12() {
        Message full = Read.bytes(Read.sample("1.1/MeMo_Full_Example.xml")).message();
        ConvertedMessage converted = MemoConverter.convert(full, MemoVersion.V1_2);

        assertThat(converted.isLossless()).isTrue();
        assertThat(MemoConverter.convert(converted.message(), MemoVersion.V1_1).message())
                .isEqualTo(full);
    }

    @Test
    void aNotificationThatOnlyOneSchemaOf11AllowsIsKeptAndReported() {
        Message minimum = OfficialExamples.minimum();
        Message message = minimum.toBuilder()
                .header(minimum.header().toBuilder()
                        .notification("x".repeat(151))
                        .build())
                .build();
        ConvertedMessage converted = MemoConverter.convert(message, MemoVersion.V1_1);

        assertThat(converted.findings()).extracting(Finding::rule).containsExactly("V06w");
        assertThat(converted.message().header().notification()).hasValue("x".repeat(151));
    }

    @Test
    void randomMessagesLoseTheirRepresentativesAndNothingElse() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            Message message = new RandomMessages(seed).next();
            ConvertedMessage down = MemoConverter.convert(message, MemoVersion.V1_1);

            // The writer leaves representatives out of 1.1 by itself, so the bytes are those of the message with its
            // version changed.
            Message relabelled = message.toBuilder().version(MemoVersion.V1_1).build();
            byte[] written = Written.bytes(down.message());
            assertThat(written).as("seed %d", seed).isEqualTo(Written.bytes(relabelled));
            assertThat(Xsd.faults(MemoVersion.V1_1, written))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(errors(down.message())).as("seed %d", seed).isEmpty();
            assertThat(down.findings())
                    .as("seed %d", seed)
                    .hasSameSizeAs(VALIDATOR.validate(relabelled).stream()
                            .filter(f -> f.rule().equals("V09"))
                            .toList());
            Message up = MemoConverter.convert(down.message(), MemoVersion.V1_2).message();
            assertThat(Xsd.faults(MemoVersion.V1_2, Written.bytes(up)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void documentsAreNotOpened() {
        Message minimum = OfficialExamples.minimum();
        Message message = minimum.toBuilder()
                .body(minimum.body().orElseThrow().toBuilder()
                        .mainDocument(MainDocument.of(new File("application/pdf", "a.pdf", "da", () -> {
                            throw new IOException("opened");
                        })))
                        .build())
                .build();
        assertThat(MemoConverter.convert(message, MemoVersion.V1_1).message().body())
                .isEqualTo(message.body());
    }

    private static List<Finding> errors(Message message) {
        return VALIDATOR.validate(message).stream().filter(Finding::isError).toList();
    }
}
