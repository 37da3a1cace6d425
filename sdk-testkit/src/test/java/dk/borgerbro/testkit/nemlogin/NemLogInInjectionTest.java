package dk.borgerbro.testkit.nemlogin;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.testkit.junit.Simulated;
import dk.borgerbro.testkit.junit.WithSimulators;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** With everything as it comes. */
@WithSimulators
class NemLogInInjectionTest {
    @Simulated
    private NemLogInSimulator field;

    @Test
    void parametersAndFieldsShareOneSimulator(NemLogInSimulator parameter) throws Exception {
        assertThat(parameter).isSameAs(field);
        assertThat(new Browser(parameter).open(parameter.baseUri()).status()).isEqualTo(200);
        assertThat(parameter.environment().baseUri()).isEqualTo(parameter.baseUri());
        assertThat(parameter.endpoint()).isEqualTo(URI.create(parameter.baseUri() + "idp/saml/3.0/"));
        assertThat(parameter.calls()).hasSize(1);
        assertThat(parameter.openConnections()).isNotEmpty();
        parameter.chaos(1, 1);
        parameter.calm();
    }
}
