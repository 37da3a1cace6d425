package dk.borgerbro.eid.internal.metadata;

/** Where metadata come from. */
public interface MetadataSource extends AutoCloseable {
    /**
     * {@return the metadata as they are now}
     *
     * @throws dk.borgerbro.core.error.SdkException if they cannot be got
     */
    byte[] fetch();

    /** {@return a short name for threads and logs} */
    String name();

    @Override
    void close();
}
