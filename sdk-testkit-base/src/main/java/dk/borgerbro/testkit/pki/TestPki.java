package dk.borgerbro.testkit.pki;

/** A certificate authority in memory that issues OCES3-shaped certificates; no key of it ever lies in a file of the repository. */
public final class TestPki {}
