package dk.borgerbro.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.InvalidInputException;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code BigDecimal} is the second opinion. */
class AmountPropertyTest {
    private static final int ROUNDS = 10_000;

    @Test
    void whatIsPrintedIsReadBack() {
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            Amount amount = any(random);
            assertThat(Amount.dkk(amount.toString())).isEqualTo(amount);
            assertThat(Amount.dkk(amount.toBigDecimal())).isEqualTo(amount);
            assertThat(Amount.ofOere(amount.toOere())).isEqualTo(amount);
            assertThat(amount).hasToString(amount.toBigDecimal().toPlainString());
        }
    }

    @Test
    void arithmeticAndOrderAreThoseOfDecimals() {
        Random random = new Random(2);
        for (int i = 0; i < ROUNDS; i++) {
            Amount a = Amount.ofOere(any(random).toOere() / 2);
            Amount b = Amount.ofOere(any(random).toOere() / 2);
            BigDecimal x = a.toBigDecimal();
            BigDecimal y = b.toBigDecimal();
            assertThat(a.plus(b).toBigDecimal()).isEqualTo(x.add(y));
            assertThat(a.minus(b).toBigDecimal()).isEqualTo(x.subtract(y));
            assertThat(a.negate().toBigDecimal()).isEqualTo(x.negate());
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(x.compareTo(y));
            assertThat(a.equals(b)).isEqualTo(x.compareTo(y) == 0);
        }
    }

    @Test
    void theOrderOfASumDoesNotMatter() {
        Random random = new Random(3);
        Amount[] amounts = Stream.generate(() -> Amount.ofOere(random.nextInt()))
                .limit(10_000)
                .toArray(Amount[]::new);
        BigDecimal exact = Stream.of(amounts).map(Amount::toBigDecimal).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(Stream.of(amounts).reduce(Amount.ZERO, Amount::plus).toBigDecimal())
                .isEqualByComparingTo(exact);
        assertThat(Stream.of(amounts)
                        .parallel()
                        .reduce(Amount.ZERO, Amount::plus)
                        .toBigDecimal())
                .isEqualByComparingTo(exact);
    }

    @Test
    void arbitraryTextEndsInTheNumberThatDecimalsReadOrARefusal() {
        Random random = new Random(4);
        String alphabet = "0123456789.-+, eE";
        int accepted = 0;
        for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(8);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                Amount amount = Amount.dkk(text.toString());
                assertThat(amount.toBigDecimal())
                        .isEqualByComparingTo(new BigDecimal(text.toString().strip()));
                accepted++;
            } catch (InvalidInputException e) {
                assertThat(e.findings()).hasSize(1);
            }
        }
        assertThat(accepted).isGreaterThan(2_000);
    }

    private static Amount any(Random random) {
        long bound = (long) Math.pow(10, 1 + random.nextInt(18));
        return Amount.ofOere(random.nextLong(-bound + 1, bound));
    }
}
