package dk.borgerbro.core.credential;

import java.util.Locale;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Which of the public systems a certificate belongs to. */
public enum OcesEnvironment {
    /** The production hierarchy. */
    PRODUCTION,
    /** The public test hierarchy. */
    TEST,
    /** Neither. */
    OTHER;

    static OcesEnvironment ofIssuer(X500Principal issuer) {
        DistinguishedName name = DistinguishedName.of(issuer);
        Optional<String> organisation = name.only("O");
        if (organisation.filter("Den Danske Stat"::equals).isPresent()) {
            boolean test =
                    name.only("OU").filter(unit -> unit.startsWith("Test")).isPresent();
            return test ? TEST : PRODUCTION;
        }
        if (organisation.filter("TRUST2408"::equals).isPresent()) {
            boolean test = name.only("CN")
                    .filter(common -> common.toLowerCase(Locale.ROOT).contains("systemtest"))
                    .isPresent();
            return test ? TEST : PRODUCTION;
        }
        return OTHER;
    }
}
