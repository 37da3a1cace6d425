package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.pki.TestIdentity;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** With which key messages are signed, which certificates are published, and what a test does to the next messages. Thread-safe. */
final class IdpSigning {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<UnaryOperator<ForgedResponse>> responses = new ArrayDeque<>();
    private final Deque<UnaryOperator<ForgedMessage>> messages = new ArrayDeque<>();
    private final SamlForge forge;
    private volatile TestIdentity signer;
    private volatile List<X509Certificate> published;

    IdpSigning(SamlForge forge) {
        this.forge = forge;
        this.signer = forge.signer();
        this.published = List.of(forge.signer().certificate());
    }

    void reset() {
        signer = forge.signer();
        published = List.of(forge.signer().certificate());
        lock.lock();
        try {
            responses.clear();
            messages.clear();
        } finally {
            lock.unlock();
        }
    }

    void signWith(TestIdentity identity) {
        signer = identity;
    }

    void publish(List<X509Certificate> certificates) {
        published = List.copyOf(certificates);
    }

    List<X509Certificate> published() {
        return published;
    }

    void nextResponse(UnaryOperator<ForgedResponse> change) {
        lock.lock();
        try {
            responses.add(change);
        } finally {
            lock.unlock();
        }
    }

    void nextMessage(UnaryOperator<ForgedMessage> change) {
        lock.lock();
        try {
            messages.add(change);
        } finally {
            lock.unlock();
        }
    }

    ForgedResponse apply(ForgedResponse response, boolean wrongly) {
        ForgedResponse signed = response.withSignature(by(wrongly));
        return next(responses).apply(signed);
    }

    ForgedMessage apply(ForgedMessage message) {
        return next(messages).apply(message.withSignature(by(false)));
    }

    private SignatureRecipe by(boolean wrongly) {
        return SignatureRecipe.by(wrongly ? forge.stranger() : signer);
    }

    private <T> UnaryOperator<T> next(Deque<UnaryOperator<T>> queue) {
        lock.lock();
        try {
            UnaryOperator<T> first = queue.poll();
            return first == null ? UnaryOperator.identity() : first;
        } finally {
            lock.unlock();
        }
    }
}
