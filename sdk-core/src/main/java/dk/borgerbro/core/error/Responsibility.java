package dk.borgerbro.core.error;

/** Who must act on an error. */
public enum Responsibility {
    /** Whoever supplied the data: the caseworker or the calling system. */
    INPUT,
    /** Whoever set the system up: certificates, agreements, addresses, permissions. */
    SETUP,
    /** The authority that runs the service; trying later may help. */
    SERVICE,
    /** Whoever runs the network between caller and service; trying later may help. */
    NETWORK
}
