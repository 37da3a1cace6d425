package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The education that the message is about ({@code udd:Education}). */
public final class Education extends MemoValue {
    private final String educationCode;
    private final @Nullable String educationName;

    private Education(String educationCode, @Nullable String educationName) {
        this.educationCode = educationCode;
        this.educationName = educationName;
    }

    /**
     * {@return the value}
     *
     * @param educationCode code of Statistics Denmark
     */
    public static Education of(String educationCode) {
        return new Education(educationCode, null);
    }

    /**
     * {@return the value}
     *
     * @param educationCode code of Statistics Denmark
     * @param educationName its name
     */
    public static Education of(String educationCode, String educationName) {
        return new Education(educationCode, educationName);
    }

    /** {@return code of Statistics Denmark} */
    public String educationCode() {
        return educationCode;
    }

    /** {@return its name} */
    public Optional<String> educationName() {
        return Optional.ofNullable(educationName);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(educationCode, educationName);
    }
}
