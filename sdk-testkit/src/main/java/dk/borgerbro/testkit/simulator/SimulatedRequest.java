package dk.borgerbro.testkit.simulator;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as a simulated service sees it. Valid until it is answered; used by one thread. */
public interface SimulatedRequest {
    /** {@return such as {@code POST}} */
    String method();

    /** {@return the path below the service's base address, without the query and with a leading slash} */
    String path();

    /** {@return the query as it came, not decoded; empty for none} */
    String rawQuery();

    /** {@return the parameters of the query, decoded, in their order; an empty list for a name that is not there is left out} */
    Map<String, List<String>> query();

    /** {@return the first value of a query parameter} */
    Optional<String> parameter(String name);

    /** {@return the first value of a header; the name in any case} */
    Optional<String> header(String name);

    /** {@return the body, to be read once} */
    InputStream body();

    /**
     * {@return what the client presented}
     *
     * @throws IllegalStateException if the simulator asks for no certificate
     */
    ClientCertificate client();

    /** {@return whether the answer should be signed wrongly} */
    boolean signWrongly();
}
