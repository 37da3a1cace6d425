package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.support.xml.XmlReadingException;
import dk.borgerbro.digitalpost.memo.MemoCheck;
import dk.borgerbro.digitalpost.memo.MemoValidator;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks XML by reading it once: what the reader found odd, then the rules about the message that came out. */
public final class MemoChecks {
    private static final CallReference CHECK = CallReference.local("digitalpost", "check memo");

    private MemoChecks() {}

    /**
     * {@return everything found}
     *
     * @throws IOException if the stream fails
     */
    public static MemoCheck check(InputStream in, MemoValidator policy) throws IOException {
        MemoReading reading = new MemoReading(file -> Optional.of(new StartKept()));
        CountingInput counted = new CountingInput(in);
        List<Finding> rules;
        try {
            reading.parse(counted, false);
            Message message = reading.model();
            rules = new ArrayList<>(MessageRules.check(message, policy, reading.sizes(), FileStarts.kept()));
            SizeRules.check(counted.count(), policy.limits())
                    .filter(tooLarge -> rules.stream().noneMatch(f -> f.path().equals(tooLarge.path())))
                    .ifPresent(rules::add);
        } catch (XmlReadingException e) {
            return facts(reading, reading.findings(e.asInvalidMessage(CHECK).failedChecks()))
                    .readable(false)
                    .build();
        }
        return facts(reading, reading.findings(rules)).build();
    }

    private static MemoCheck.Builder facts(MemoReading reading, List<Finding> findings) {
        MemoCheck.Builder facts = MemoCheck.builder(findings).contentBytes(reading.contentBytes());
        if (!reading.hasRoot()) {
            return facts;
        }
        if (!reading.version().text().isEmpty()) {
            facts.memoVersion(reading.version().text());
        }
        reading.root().part("memo:MessageHeader", header -> {
            header.text("memo:messageType", facts::messageType);
            header.text("memo:messageUUID", facts::messageUuid);
            header.text("memo:label", facts::label);
        });
        reading.root().part("memo:MessageBody", body -> {
            facts.mainFiles(body.part("memo:MainDocument")
                    .each("memo:File", Node::place)
                    .size());
            facts.additionalDocuments(
                    body.each("memo:AdditionalDocument", Node::place).size());
            facts.technicalDocuments(
                    body.each("memo:TechnicalDocument", Node::place).size());
        });
        return facts;
    }
}
