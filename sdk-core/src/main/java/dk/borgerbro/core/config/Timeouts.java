package dk.borgerbro.core.config;

import dk.borgerbro.core.error.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a client waits, each limit finite.
 *
 * @param connect until a connection with TLS stands; 5 s by default
 * @param lease until the pool hands out a connection; 5 s by default
 * @param response until the first byte of an answer, and between two reads of it; 30 s by default
 * @param call for a whole call, retries and waits between them included; 2 min by default
 * @param download for reading one large answer to its end; 10 min by default
 */
public record Timeouts(Duration connect, Duration lease, Duration response, Duration call, Duration download) {
    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * Checks that each limit lies between 1 ms and 24 h.
     *
     * @throws ConfigurationException naming every limit that does not
     */
    public Timeouts {
        List<String> problems = new ArrayList<>();
        check("connect", connect, problems);
        check("lease", lease, problems);
        check("response", response, problems);
        check("call", call, problems);
        check("download", download, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException("timeouts", problems);
        }
    }

    /** {@return the defaults} */
    public static Timeouts defaults() {
        return new Timeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10));
    }

    /** {@return these limits with another one for connecting} */
    public Timeouts withConnect(Duration connect) {
        return new Timeouts(connect, lease, response, call, download);
    }

    /** {@return these limits with another one for the pool} */
    public Timeouts withLease(Duration lease) {
        return new Timeouts(connect, lease, response, call, download);
    }

    /** {@return these limits with another one for the answer} */
    public Timeouts withResponse(Duration response) {
        return new Timeouts(connect, lease, response, call, download);
    }

    /** {@return these limits with another one for the whole call} */
    public Timeouts withCall(Duration call) {
        return new Timeouts(connect, lease, response, call, download);
    }

    /** {@return these limits with another one for downloads} */
    public Timeouts withDownload(Duration download) {
        return new Timeouts(connect, lease, response, call, download);
    }

    private static void check(String name, Duration limit, List<String> problems) {
        if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(LONGEST) > 0) {
            problems.add(name + " must be between 1 ms and 24 h, but is " + limit);
        }
    }
}
