package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.simulator.SimulatedAnswer;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page on which one picks who logs in, and reading what was picked. */
final class LoginPage {
    private LoginPage() {}

    static SimulatedAnswer of(String handle, LoginRequest request) {
        StringBuilder form = new StringBuilder("<h1>Log ind <span lang=\"en\">Log in</span></h1><p>Tjeneste: ");
        form.append(XmlText.escape(request.from().entityId())).append("</p><form method=\"post\" action=\"login\">");
        HtmlPage.hidden(form, "handle", handle);
        form.append("<label for=\"person\">Person</label><select id=\"person\" name=\"person\" autofocus>");
        for (TestPerson person : TestPerson.values()) {
            option(form, person.name(), person.fullName() + " (" + person.name() + ")");
        }
        form.append("</select>");
        organisations(form, request.professional());
        levels(form, request);
        form.append(
                "<label for=\"privileges\">Rettigheder (URI'er med mellemrum) <span lang=\"en\">Privileges, URIs separated by"
                        + " spaces</span></label><input type=\"text\" id=\"privileges\" name=\"privileges\">");
        form.append("<fieldset><legend>Må repræsentere <span lang=\"en\">May represent</span></legend>");
        for (TestOrganisation organisation : TestOrganisation.values()) {
            form.append("<label><input type=\"checkbox\" name=\"represent-").append(organisation.name());
            form.append("\" value=\"yes\"> ")
                    .append(XmlText.escape(organisation.organisationName()))
                    .append("</label>");
        }
        form.append("</fieldset>");
        button(form, "login", "Log ind", "Log in", " class=\"main\"");
        button(form, "cancel", "Annullér", "Cancel", "");
        button(form, "denied", "Afvis", "Deny", "");
        button(form, "error", "Fejl", "Error", "");
        return HtmlPage.of(200, "Log ind", form.append("</form>").toString());
    }

    private static void organisations(StringBuilder form, @Nullable Boolean professional) {
        form.append("<label for=\"organisation\">Som <span lang=\"en\">As</span></label>"
                + "<select id=\"organisation\" name=\"organisation\">");
        if (professional == null || !professional) {
            option(form, "", "borger / citizen");
        }
        if (professional == null || professional) {
            for (TestOrganisation organisation : TestOrganisation.values()) {
                option(form, organisation.name(), "erhvervsbruger / professional: " + organisation.organisationName());
            }
        }
        form.append("</select>");
    }

    private static void levels(StringBuilder form, LoginRequest request) {
        form.append("<fieldset><legend>Sikringsniveau <span lang=\"en\">Level of assurance</span></legend>");
        SimulatedLevel least = request.level();
        SimulatedLevel chosen = least == null || least == SimulatedLevel.LOW ? SimulatedLevel.SUBSTANTIAL : least;
        for (SimulatedLevel level : SimulatedLevel.values()) {
            form.append("<label><input type=\"radio\" name=\"level\" value=\"")
                    .append(level.name())
                    .append('"');
            form.append(level == chosen ? " checked" : "").append("> ").append(level.danish());
            form.append(" <span lang=\"en\">").append(level.word()).append("</span></label>");
        }
        form.append("</fieldset>");
    }

    private static void option(StringBuilder form, String value, String text) {
        form.append("<option value=\"")
                .append(value)
                .append("\">")
                .append(XmlText.escape(text))
                .append("</option>");
    }

    private static void button(StringBuilder form, String action, String danish, String english, String extra) {
        form.append("<button name=\"action\" value=\"")
                .append(action)
                .append('"')
                .append(extra)
                .append('>');
        form.append(danish)
                .append(" <span lang=\"en\" style=\"color:inherit\">")
                .append(english);
        form.append("</span></button>");
    }

    /** {@return who was picked} */
    static SimulatedUser picked(Map<String, String> form) {
        TestPerson person = pick(TestPerson.values(), form, "person");
        String organisation = form.getOrDefault("organisation", "");
        SimulatedUser user = organisation.isEmpty()
                ? SimulatedUser.person(person)
                : SimulatedUser.professional(person, pick(TestOrganisation.values(), form, "organisation"));
        TestOrganisation[] represented = Stream.of(TestOrganisation.values())
                .filter(one -> form.containsKey("represent-" + one.name()))
                .toArray(TestOrganisation[]::new);
        if (represented.length > 0) {
            user = user.representing(represented);
        }
        String privileges = form.getOrDefault("privileges", "").strip();
        if (!privileges.isEmpty()) {
            user = user.withPrivilegeUris(privileges.split("\\s+", -1));
        }
        return user.level(pick(SimulatedLevel.values(), form, "level"));
    }

    private static <E extends Enum<E>> E pick(E[] all, Map<String, String> form, String field) {
        String name = form.getOrDefault(field, "");
        return Stream.of(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TechnicalError("the form's field " + field + " holds no known value"));
    }
}
