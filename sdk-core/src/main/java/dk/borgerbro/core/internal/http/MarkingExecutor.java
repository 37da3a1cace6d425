package dk.borgerbro.core.internal.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Notes the moment at which the request itself, not a proxy's {@code CONNECT} before it, begins to be written. */
final class MarkingExecutor extends HttpRequestExecutor {
    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        if (context instanceof CallContext call && !Method.CONNECT.isSame(request.getMethod())) {
            request.setPath(call.path());
            call.start(connection.getEndpointDetails());
        }
        return super.execute(request, connection, information, context);
    }
}
