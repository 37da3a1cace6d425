package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An e-mail address and whose it is ({@code EMail}). */
public final class Email extends MemoValue {
    private final String emailAddress;
    private final @Nullable String relatedAgent;

    private Email(String emailAddress, @Nullable String relatedAgent) {
        this.emailAddress = emailAddress;
        this.relatedAgent = relatedAgent;
    }

    /**
     * {@return the value}
     *
     * @param emailAddress the address
     */
    public static Email of(String emailAddress) {
        return new Email(emailAddress, null);
    }

    /**
     * {@return the value}
     *
     * @param emailAddress the address
     * @param relatedAgent whose it is
     */
    public static Email of(String emailAddress, String relatedAgent) {
        return new Email(emailAddress, relatedAgent);
    }

    /** {@return the address} */
    public String emailAddress() {
        return emailAddress;
    }

    /** {@return whose it is} */
    public Optional<String> relatedAgent() {
        return Optional.ofNullable(relatedAgent);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(emailAddress, relatedAgent);
    }
}
