package dk.borgerbro.testkit.simulator;

import dk.borgerbro.testkit.pki.TestPki;

/**
 * The certificates that simulators use unless they are given others: one hierarchy for the JVM, because making its keys takes a
 * second. Nothing about it ever changes, and it guards nothing but loopback.
 */
final class SharedPki {
    private static final TestPki PKI = TestPki.create();

    private SharedPki() {}

    static TestPki pki() {
        return PKI;
    }
}
