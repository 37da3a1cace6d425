package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.digitalpost.Refusal.FieldError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a validator's message apart: {@code cvc-pattern-valid: Value 'x' is not ...}. */
final class SchemaError {
    private static final Pattern FORM = Pattern.compile("(cvc-[\\w.-]+): (.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("(?i)^[^']*?'([^']*)'", Pattern.DOTALL);

    private SchemaError() {}

    static FieldError read(String field, String message) {
        Matcher form = FORM.matcher(message);
        String code = form.matches() ? form.group(1) : "xsd";
        String words = form.matches() ? form.group(2) : message;
        Matcher value = VALUE.matcher(words);
        boolean aboutAValue = (code.endsWith("-valid") && !code.contains("complex")) || code.contains("datatype");
        return new FieldError(field, code, words, aboutAValue && value.find() ? value.group(1) : "");
    }
}
