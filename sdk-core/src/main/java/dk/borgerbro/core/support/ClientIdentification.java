package dk.borgerbro.core.support;

import dk.borgerbro.core.config.ClientSettings;
import java.util.Optional;

/** Tells services who calls: {@code Borgerbro/0.1.0 Java/17 (AcmeESDH/4.2)}. */
final class ClientIdentification {
    private ClientIdentification() {}

    static String of(ClientSettings settings) {
        String version = Optional.ofNullable(
                        ClientIdentification.class.getPackage().getImplementationVersion())
                .orElse("dev");
        String application = settings.application()
                .map(name -> " (" + name.name() + "/" + name.version() + ")")
                .orElse("");
        return "Borgerbro/" + version + " Java/" + Runtime.version().feature() + application;
    }
}
