package dk.borgerbro.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dk.borgerbro.eid.internal.opensaml.OpenSamlEngine;
import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.Refusal;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One response of NemLog-in for a professional, from its form value to what its verified assertion says: by the engine on the JDK's
 * providers and on a native one, and as a floor by bare JCA, which does nothing but what the message's mathematics cannot do without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else
public class SamlEngineBenchmark {
    /** The size of all keys. */
    @Param({"2048", "3072"})
    public int bits;

    private SamlMessage message;
    private OpenSamlEngine engine;
    private OpenSamlEngine nativeEngine;

    /** Makes keys and message. */
    @Setup(Level.Trial)
    public void prepare() {
        message = SamlMessage.withKeysOf(bits);
        engine = OpenSamlEngine.create();
        nativeEngine = OpenSamlEngine.on(AmazonCorrettoCryptoProvider.INSTANCE);
    }

    /** {@return whether the signature was verified} */
    @Benchmark
    public boolean bareJca() throws GeneralSecurityException {
        return message.byBareJca();
    }

    /** {@return what the assertion says} */
    @Benchmark
    public AssertionContent engine() throws Refusal {
        return message.by(engine);
    }

    /** {@return what the assertion says} */
    @Benchmark
    public AssertionContent engineOnNativeProvider() throws Refusal {
        return message.by(nativeEngine);
    }
}
