package dk.borgerbro.examples.toolbox;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.id.Gln;
import dk.borgerbro.core.id.PNumber;
import dk.borgerbro.core.id.SeNumber;
import dk.borgerbro.core.money.DanishAccount;
import dk.borgerbro.core.money.Iban;
import dk.borgerbro.core.money.PaymentSlip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a value of the command line may be, how it is recognised, and what is told about it. */
enum IdKind {
    CPR {
        @Override
        Described describe(String text) {
            CprNumber cpr = CprNumber.of(text);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("modulus11", cpr.passesModulus11());
            facts.put("constructed", cpr.isConstructed());
            return new Described(cpr.masked(), cpr.value(), facts);
        }
    },
    CVR {
        @Override
        Described describe(String text) {
            return Described.open(CvrNumber.of(text).value());
        }
    },
    SE {
        @Override
        Described describe(String text) {
            return Described.open(SeNumber.of(text).value());
        }
    },
    P_NUMBER {
        @Override
        Described describe(String text) {
            return Described.open(PNumber.of(text).value());
        }
    },
    GLN {
        @Override
        Described describe(String text) {
            return Described.open(Gln.of(text).value());
        }
    },
    IBAN {
        @Override
        Described describe(String text) {
            Iban iban = Iban.of(text);
            return new Described(iban.masked(), iban.value(), Map.of("country", iban.countryCode()));
        }
    },
    ACCOUNT {
        @Override
        Described describe(String text) {
            DanishAccount account = DanishAccount.of(text);
            return new Described(account.masked(), account.bban(), Map.of());
        }
    },
    PAYMENT_SLIP {
        @Override
        Described describe(String text) {
            PaymentSlip slip = PaymentSlip.ofLine(text);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("slip", slip.kind().code());
            facts.put("creditor", slip.creditor());
            return new Described("+" + slip.kind().code() + "<…+" + slip.creditor() + "<", slip.line(), facts);
        }
    },
    ANY {
        @Override
        Described describe(String text) {
            throw InvalidInputException.ofValue(
                    "value",
                    "has the form of no known number: look at the count of its digits, or name the kind with --as");
        }
    };

    private static final String HIDDEN = "(hidden)";

    /** What is told about a good value. */
    record Described(String masked, String full, Map<String, Object> facts) {
        static Described open(String value) {
            return new Described(value, value, Map.of());
        }
    }

    /** {@return what is known of the value; throws an InvalidInputException if it is not of this kind} */
    abstract Described describe(String text);

    CheckResult check(String text, boolean showPersonal) {
        String kind = this == ANY ? "unreadable" : IdCommand.label(this);
        try {
            Described described = describe(text);
            return new CheckResult(
                    showPersonal ? described.full() : described.masked(), kind, List.of(), described.facts());
        } catch (InvalidInputException e) {
            return new CheckResult(showPersonal ? text : HIDDEN, kind, e.findings(), Map.of());
        }
    }

    /** {@return this kind, or for ANY the one that the form of the text speaks for} */
    IdKind or(String text) {
        if (this != ANY) {
            return this;
        }
        String compact = text.replaceAll("[\\s-]", "");
        if (compact.indexOf('<') >= 0) {
            return PAYMENT_SLIP;
        }
        if (compact.matches("(?i)dk\\d{8}")) {
            return CVR;
        }
        if (compact.matches("(?i)[a-z]{2}.*")) {
            return IBAN;
        }
        if (!compact.matches("[0-9]+")) {
            return ANY;
        }
        return switch (compact.length()) {
            case 8 -> CVR;
            case 10 -> tenDigits(compact);
            case 13 -> GLN;
            case 14 -> ACCOUNT;
            default -> text.strip().matches("\\d{4}[\\s-]+[\\d\\s]{1,14}") ? ACCOUNT : ANY;
        };
    }

    /** A number that could be a person is hidden like one, so CPR goes first. */
    private static IdKind tenDigits(String digits) {
        try {
            CprNumber.of(digits);
            return CPR;
        } catch (InvalidInputException e) {
            return digits.charAt(0) == '1' ? P_NUMBER : CPR;
        }
    }
}
