package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** Messages as text: the agency's examples with sender and recipient of the test world. */
final class Xml {
    static final String EXAMPLE_UUID = "8C2EA15D-61FB-4BA9-9366-42F8B194C114";

    private Xml() {}

    static String example(String name) {
        try (InputStream file = Objects.requireNonNull(Xml.class.getResourceAsStream(name + ".xml"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The agency's example, with the sender that the simulator knows and a recipient of the reader's choice. */
    static String letter(String name, String recipient) {
        String text = example(name)
                .replace("<memo:senderID>12345678<", "<memo:senderID>" + TestOrganisation.MUNICIPALITY.cvr() + "<")
                .replaceAll("<memo:recipientID>[0-9]*<", "<memo:recipientID>" + recipient + "<");
        return text;
    }

    static String minimum(UUID uuid) {
        return letter("minimum-1.2", TestPerson.ADULT.cpr()).replace(EXAMPLE_UUID, uuid.toString());
    }

    static String to(UUID uuid, String recipient) {
        return letter("minimum-1.2", recipient).replace(EXAMPLE_UUID, uuid.toString());
    }

    static String nemSms(UUID uuid, String recipient) {
        return """
               <memo:Message xmlns:memo="https://DigitalPost.dk/MeMo-1" memoVersion="1.2">
                 <memo:MessageHeader>
                   <memo:messageType>NEMSMS</memo:messageType>
                   <memo:messageUUID>%s</memo:messageUUID>
                   <memo:label>Husk din tid</memo:label>
                   <memo:notification>Husk din tid i morgen</memo:notification>
                   <memo:Sender><memo:senderID>%s</memo:senderID><memo:idType>CVR</memo:idType><memo:label>Kommunen</memo:label></memo:Sender>
                   <memo:Recipient><memo:recipientID>%s</memo:recipientID><memo:idType>CPR</memo:idType></memo:Recipient>
                 </memo:MessageHeader>
               </memo:Message>
               """.formatted(uuid, TestOrganisation.MUNICIPALITY.cvr(), recipient);
    }
}
