package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The checker and the official schemas, read by the JDK's validator, agree on which messages are valid by structure and type. The corpus
 * holds no characters outside the basic plane, which that validator counts twice.
 */
class MemoCheckerXsdTest {
    private static final Set<String> SCHEMA_RULES =
            Set.of("V01", "V02", "V03", "V04", "V05", "V08", "V09", "V12", "V13", "V17");

    @ParameterizedTest
    @EnumSource(MemoVersion.class)
    void validAndInvalidAreTheSame(MemoVersion version) {
        int valid = 0;
        int invalid = 0;
        for (long seed = 0; seed < 500; seed++) {
            Message message = seed % 3 == 0 ? OfficialExamples.full() : new RandomMessages(seed).next();
            byte[] xml = new XmlMutations(seed)
                    .mutate(Written.bytes(message.toBuilder().version(version).build()));
            List<String> faults = Xsd.faults(version, xml);
            List<Finding> findings = Read.check(xml).findings();
            if (faults.isEmpty()) {
                valid++;
                assertThat(findings.stream().filter(MemoCheckerXsdTest::isAboutTheSchema))
                        .as("seed %d", seed)
                        .isEmpty();
            } else {
                invalid++;
                assertThat(findings.stream().filter(Finding::isError))
                        .as("seed %d: %s", seed, faults)
                        .isNotEmpty();
            }
        }
        assertThat(valid).isGreaterThan(40);
        assertThat(invalid).isGreaterThan(250);
    }

    /** Rules that demand more than the schema say so in their words: texts that are blank, files that are empty. */
    private static boolean isAboutTheSchema(Finding finding) {
        return SCHEMA_RULES.contains(finding.rule())
                && !finding.message().contains("blank")
                && !finding.message().contains("is empty");
    }

    @ParameterizedTest
    @EnumSource(MemoVersion.class)
    void whateverIsBrokenTheReaderReadsOnAndNoFindingRepeatsAValue(MemoVersion version) {
        String secret = "Hemmelig";
        for (long seed = 5000; seed < 5200; seed++) {
            Message full = OfficialExamples.full();
            Message message = full.toBuilder()
                    .header(full.header().toBuilder()
                            .label(secret)
                            .notification(secret)
                            .build())
                    .version(version)
                    .build();
            byte[] xml = new XmlMutations(seed).mutate(Written.bytes(message));
            List<Finding> read = Read.bytes(xml).findings();
            String all = read.toString() + Read.check(xml);
            assertThat(all)
                    .as("seed %d", seed)
                    .doesNotContain(secret)
                    .doesNotContain("2211771212")
                    .doesNotContain("Hansen");
        }
    }
}
