package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who logs in: a person as citizen, or as professional for an organisation, with a level and all attributes. Immutable
 * and thread-safe.
 */
public final class SimulatedUser {
    private final TestPerson person;
    private final @Nullable TestOrganisation organisation;
    private final SimulatedLevel level;
    private final Map<String, List<String>> overrides;

    private SimulatedUser(
            TestPerson person,
            @Nullable TestOrganisation organisation,
            SimulatedLevel level,
            Map<String, List<String>> overrides) {
        this.person = person;
        this.organisation = organisation;
        this.level = level;
        this.overrides = overrides;
    }

    /** {@return somebody as a citizen, level Substantial} */
    public static SimulatedUser person(TestPerson person) {
        return new SimulatedUser(person, null, SimulatedLevel.SUBSTANTIAL, Map.of());
    }

    /** {@return somebody at work, level Substantial, without privileges} */
    public static SimulatedUser professional(TestPerson person, TestOrganisation organisation) {
        return new SimulatedUser(person, organisation, SimulatedLevel.SUBSTANTIAL, Map.of());
    }

    /** {@return a stand-in for messages that name no user} */
    static SimulatedUser nobody() {
        return person(TestPerson.ADULT);
    }

    /** {@return the same with another level} */
    public SimulatedUser level(SimulatedLevel level) {
        return new SimulatedUser(person, organisation, level, overrides);
    }

    /**
     * {@return the same with privileges}
     *
     * @param bpp an OIO BPP document, right or wrong
     */
    public SimulatedUser withPrivileges(String bpp) {
        return with(UserAttributes.PRIVILEGES, base64(bpp));
    }

    /**
     * {@return the same with one group of privileges for the own organisation, or for a person the own CPR number}
     *
     * @param privileges URIs
     */
    public SimulatedUser withPrivilegeUris(String... privileges) {
        TestOrganisation own = organisation;
        String scope = own == null
                ? "urn:dk:gov:saml:cprNumberIdentifier:" + person.cpr()
                : "urn:dk:gov:saml:cvrNumberIdentifier:" + own.cvr();
        StringBuilder bpp = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><bpp:PrivilegeList"
                + " xmlns:bpp=\"http://digst.dk/oiosaml/basic_privilege_profile\"><PrivilegeGroup Scope=\"" + scope
                + "\">");
        for (String privilege : privileges) {
            bpp.append("<Privilege>").append(XmlText.escape(privilege)).append("</Privilege>");
        }
        return withPrivileges(
                bpp.append("</PrivilegeGroup></bpp:PrivilegeList>").toString());
    }

    /** {@return the same with the right to represent organisations (da: tegningsret or fuldmagt)} */
    public SimulatedUser representing(TestOrganisation... organisations) {
        String[] numbers = new String[organisations.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = organisations[i].cvr();
        }
        return with(UserAttributes.AUTHORIZED_TO_REPRESENT, numbers);
    }

    /** {@return the same with a bootstrap token, given as the XML of an assertion} */
    public SimulatedUser withBootstrapToken(String xml) {
        return with(UserAttributes.BOOTSTRAP_TOKEN, base64(xml));
    }

    /** {@return the same with an attribute set or changed} */
    public SimulatedUser with(String attribute, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(overrides);
        more.put(attribute, List.of(values));
        return new SimulatedUser(person, organisation, level, more);
    }

    /** {@return the same without an attribute} */
    public SimulatedUser without(String attribute) {
        return with(attribute);
    }

    /** {@return who it is} */
    public TestPerson person() {
        return person;
    }

    /** {@return whether this is a professional} */
    public boolean isProfessional() {
        return organisation != null;
    }

    /** {@return the level of this login} */
    public SimulatedLevel level() {
        return level;
    }

    /** {@return the identifier at a service provider; another one at each} */
    public String nameId(String spEntityId) {
        TestOrganisation own = organisation;
        String kind = own == null ? "person" : "professional";
        String name = spEntityId + " " + person.name() + (own == null ? "" : " " + own.name());
        return UserAttributes.EID + kind + "/uuid/" + UserAttributes.uuid(kind, name);
    }

    /** {@return all attributes by name, each with its values, as of a day} */
    public Map<String, List<String>> attributes(SimulatedProfile profile, LocalDate today) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        TestOrganisation own = organisation;
        all.put(UserAttributes.MODEL + "specVersion", List.of(profile.specVersion()));
        for (String kind : List.of("loa", "ial", "aal")) {
            all.put(UserAttributes.NSIS + kind, List.of(level.word()));
        }
        if (profile == SimulatedProfile.OIO_4_0) {
            all.put(UserAttributes.LEVEL_4_0, List.of(level.word()));
            all.put(
                    UserAttributes.PROFILE_4_0,
                    List.of("https://data.gov.dk/eid/" + (own == null ? "Person" : "Professional") + "/DK"));
        }
        all.putAll(UserAttributes.of(person, today));
        if (own == null) {
            UserAttributes.addPerson(all, person);
        } else {
            UserAttributes.addProfessional(all, person, own);
        }
        all.putAll(overrides);
        all.values().removeIf(List::isEmpty);
        return all;
    }

    /** {@return the names of all attributes} */
    Set<String> attributeNames(SimulatedProfile profile) {
        return attributes(profile, LocalDate.EPOCH).keySet();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimulatedUser user
                && person == user.person
                && organisation == user.organisation
                && level == user.level
                && overrides.equals(user.overrides);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, organisation, level, overrides);
    }

    /** {@return the role, no name and no number} */
    @Override
    public String toString() {
        return "SimulatedUser(" + person.name() + (organisation == null ? "" : " for " + organisation.name()) + ", "
                + level.word() + ")";
    }
}
