package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.Finding;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the validator lets pass, the official schema lets pass. */
class RandomMessagesTest {
    private static final MemoValidator VALIDATOR =
            MemoValidator.forSending().withMandatoryPost(true).withLegalNotification(true);

    @Test
    void messagesWithoutErrorsAreValidByTheSchemaOf12() throws IOException {
        for (long seed = 0; seed < 400; seed++) {
            Message message = new RandomMessages(seed).next();
            assertThat(errors(message)).as("seed %d", seed).isEmpty();
            byte[] written = Written.bytes(message);
            assertThat(Xsd.faults(MemoVersion.V1_2, written))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(MemoWriter.length(message)).as("seed %d", seed).isEqualTo(written.length);
        }
    }

    @Test
    void messagesAreValidByTheSchemaOf11AndOnlyRepresentativesAreReported() {
        for (long seed = 1000; seed < 1200; seed++) {
            Message message = new RandomMessages(seed)
                    .next().toBuilder().version(MemoVersion.V1_1).build();
            assertThat(errors(message))
                    .as("seed %d", seed)
                    .allMatch(finding -> finding.rule().equals("V09"));
            assertThat(Xsd.faults(MemoVersion.V1_1, Written.bytes(message)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void theSameSeedGivesTheSameMessageAndBuildersKeepEveryPart() {
        for (long seed = 2000; seed < 2050; seed++) {
            byte[] first = Written.bytes(new RandomMessages(seed).next());
            Message again = new RandomMessages(seed).next();
            assertThat(Written.bytes(again.toBuilder()
                            .header(again.header().toBuilder().build())
                            .build()))
                    .isEqualTo(first);
        }
    }

    private static List<Finding> errors(Message message) {
        return VALIDATOR.validate(message).stream().filter(Finding::isError).toList();
    }
}
