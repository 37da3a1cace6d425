package dk.borgerbro.core.internal.http;

import dk.borgerbro.core.http.RequestNotSentException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Says what failed in our words; those of the libraries hold addresses and pieces of what was received. */
final class TransportFault {
    private static final Pattern ALERT = Pattern.compile("fatal alert: ([a-z_]{1,40})");

    private TransportFault() {}

    /** {@return the error for a request of which no byte left} */
    static RequestNotSentException beforeSending(Exception fault, Watch.@Nullable Reason ended) {
        return new RequestNotSentException(ended == null ? connecting(fault) : ended(ended), fault);
    }

    /** {@return the error for a request that was being sent, or that waited for its answer} */
    static IOException afterSending(Exception fault, Watch.@Nullable Reason ended) {
        if (ended != null) {
            return interrupted(ended(ended), fault);
        }
        if (fault instanceof SocketTimeoutException) {
            return interrupted("no answer came within the limit for responses", fault);
        }
        if (fault instanceof NoHttpResponseException || fault instanceof ConnectionClosedException) {
            return new IOException("the connection was closed before an answer came", fault);
        }
        if (hasCause(fault, MessageConstraintException.class)) {
            return new IOException("the answer has more or longer header fields than allowed", fault);
        }
        if (hasCause(fault, ProtocolException.class)) {
            return new IOException("what came back is not HTTP/1.1", fault);
        }
        if (fault instanceof SSLException) {
            return new IOException("the TLS connection failed" + alert(fault), fault);
        }
        return new IOException("the connection failed while the request was sent or its answer awaited", fault);
    }

    /** {@return the error for an answer that could not be read to its end} */
    static IOException whileReading(IOException fault, Watch.@Nullable Reason ended) {
        if (ended != null) {
            return interrupted(ended(ended), fault);
        }
        if (fault instanceof SocketTimeoutException) {
            return interrupted("the answer stood still longer than the limit for responses", fault);
        }
        return new IOException("the answer was cut", fault);
    }

    private static String connecting(Exception fault) {
        if (fault instanceof ConnectionRequestTimeoutException) {
            return "no connection of the pool became free in time; raise poolSize or timeouts.lease";
        }
        if (fault instanceof UnknownHostException) {
            return "the name of the host cannot be looked up";
        }
        if (fault instanceof SSLException) {
            return tls(fault);
        }
        if (fault instanceof SocketTimeoutException) {
            return "no connection with TLS stood within the limit for connecting";
        }
        if (fault instanceof ConnectException || fault instanceof NoRouteToHostException) {
            return "the host does not accept connections";
        }
        return "the connection could not be opened";
    }

    private static String tls(Exception fault) {
        if (fault instanceof SSLPeerUnverifiedException
                || mentions(fault, "No subject alternative", "No name matching")) {
            return "the server's certificate is for another host name";
        }
        if (hasCause(fault, CertificateExpiredException.class)) {
            return "the server's certificate has expired";
        }
        if (hasCause(fault, CertificateNotYetValidException.class)) {
            return "the server's certificate is not valid yet";
        }
        if (hasCause(fault, CertPathBuilderException.class) || hasCause(fault, CertPathValidatorException.class)) {
            return "the server's certificate does not lead to a trust anchor of this environment";
        }
        if (mentions(fault, "protocol_version", "protocol is disabled", "not supported by client preferences")) {
            return "the server offers no protocol from TLS 1.2 on";
        }
        if (CurrentKeyTls.HUNG_UP.equals(fault.getMessage())
                || mentions(fault, "Remote host terminated the handshake")) {
            return CurrentKeyTls.HUNG_UP;
        }
        return "the TLS handshake failed" + alert(fault);
    }

    /** Alert names are a closed list of RFC 8446, so they are safe to print, and the server's only word about our certificate. */
    private static String alert(Exception fault) {
        String message = fault.getMessage();
        Matcher alert = ALERT.matcher(message == null ? "" : message);
        return alert.find()
                ? ": the server answered '" + alert.group(1) + "'; check the client's certificate and agreement"
                : "";
    }

    private static String ended(Watch.Reason reason) {
        return reason == Watch.Reason.INTERRUPT
                ? "the calling thread was interrupted"
                : "the time limit for the call ran out";
    }

    private static InterruptedIOException interrupted(String message, Exception cause) {
        InterruptedIOException error = new InterruptedIOException(message);
        error.initCause(cause);
        return error;
    }

    private static boolean mentions(Throwable fault, String... words) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            String message = at.getMessage();
            for (String word : words) {
                if (message != null && message.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasCause(Throwable fault, Class<? extends Throwable> type) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
