package dk.borgerbro.core.support;

import dk.borgerbro.core.error.ServiceFault;
import java.io.IOException;

/** Turns an answer with any other status into what the service said. The pipeline adds {@code Retry-After} itself. */
@FunctionalInterface
public interface FaultReader {
    /**
     * {@return the fault}
     *
     * @throws IOException if the body cannot be read; the pipeline then makes do with the status
     */
    ServiceFault read(Answer answer) throws IOException;

    /** {@return a reader that looks at the status only} */
    static FaultReader statusOnly() {
        return answer -> ServiceFault.builder(answer.status()).build();
    }
}
