package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What NemLog-in knows about the test persons: every attribute of OIOSAML 3 that has a documented value. */
final class UserAttributes {
    static final String MODEL = "https://data.gov.dk/model/core/";
    static final String EID = MODEL + "eid/";
    static final String PROFESSIONAL = EID + "professional/";
    static final String NSIS = "https://data.gov.dk/concept/core/nsis/";
    static final String LEVEL_4_0 = "https://data.gov.dk/concept/core/loa";
    static final String PROFILE_4_0 = "https://data.gov.dk/concept/core/eid/profile";
    static final String PRIVILEGES = EID + "privilegesIntermediate";
    static final String BOOTSTRAP_TOKEN = EID + "bootstrapToken";
    static final String AUTHORIZED_TO_REPRESENT = PROFESSIONAL + "authorizedToRepresent";

    private static final List<String> MODEL_NAMES = List.of(
            "specVersion",
            "eid/bootstrapToken",
            "eid/privilegesIntermediate",
            "eid/fullName",
            "eid/firstName",
            "eid/lastName",
            "eid/alias",
            "eid/email",
            "eid/cprNumber",
            "eid/cprUuid",
            "eid/age",
            "eid/dateOfBirth",
            "eid/person/pid",
            "eid/professional/uuid/persistent",
            "eid/professional/rid",
            "eid/professional/cvr",
            "eid/professional/orgName",
            "eid/professional/productionUnit",
            "eid/professional/seNumber",
            "eid/professional/authorizedToRepresent");

    private static final DateTimeFormatter AS_OBSERVED = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

    private UserAttributes() {}

    static Map<String, List<String>> of(TestPerson person, LocalDate today) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        String name = person.fullName();
        int space = name.lastIndexOf(' ');
        LocalDate birth = birthDate(person);
        put(all, EID + "fullName", name);
        put(all, EID + "firstName", name.substring(0, space));
        put(all, EID + "lastName", name.substring(space + 1));
        put(all, EID + "alias", name.substring(0, 1) + number(person));
        String mailbox = person.name().toLowerCase(Locale.ROOT).replace('_', '.');
        all.put(EID + "email", List.of(mailbox + "@example.dk", mailbox + "@example.org"));
        put(all, EID + "cprNumber", person.cpr());
        put(all, EID + "cprUuid", uuid("cpr", person.name()));
        put(all, EID + "age", Integer.toString(Period.between(birth, today).getYears()));
        put(all, EID + "dateOfBirth", AS_OBSERVED.format(birth));
        return all;
    }

    static void addPerson(Map<String, List<String>> all, TestPerson person) {
        put(all, EID + "person/pid", String.format(Locale.ROOT, "9208-2002-2-%012d", number(person) + 100_000L));
    }

    static void addProfessional(Map<String, List<String>> all, TestPerson person, TestOrganisation organisation) {
        put(all, PROFESSIONAL + "uuid/persistent", uuid("employee", person.name() + " " + organisation.name()));
        put(all, PROFESSIONAL + "rid", Integer.toString(10_000 + number(person)));
        put(all, PROFESSIONAL + "cvr", organisation.cvr());
        put(all, PROFESSIONAL + "orgName", organisation.organisationName());
        put(all, PROFESSIONAL + "productionUnit", "10" + organisation.cvr());
        put(all, PROFESSIONAL + "seNumber", organisation.cvr());
    }

    /** {@return the names that the identity provider's metadata lists} */
    static List<String> published(SimulatedProfile profile) {
        List<String> names = new ArrayList<>();
        MODEL_NAMES.forEach(name -> names.add(MODEL + name));
        List.of("loa", "ial", "aal").forEach(name -> names.add(NSIS + name));
        if (profile == SimulatedProfile.OIO_4_0) {
            names.add(LEVEL_4_0);
            names.add(PROFILE_4_0);
        }
        return names;
    }

    /** {@return the same identifier for the same names, every time} */
    static String uuid(String space, String name) {
        return UUID.nameUUIDFromBytes(("borgerbro testkit " + space + " " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static int number(TestPerson person) {
        return person.name().hashCode() & 0xFFFF;
    }

    /** The numbers say a date in the future; the last century stands in for it, or for a child one not long ago. */
    private static LocalDate birthDate(TestPerson person) {
        String cpr = person.cpr();
        int day = Integer.parseInt(cpr.substring(0, 2));
        int month = Integer.parseInt(cpr.substring(2, 4));
        int year = person == TestPerson.CHILD ? 2014 : 1900 + Integer.parseInt(cpr.substring(4, 6));
        return LocalDate.of(year, month, day > 60 ? day - 60 : day);
    }

    private static void put(Map<String, List<String>> all, String name, String value) {
        all.put(name, List.of(value));
    }
}
