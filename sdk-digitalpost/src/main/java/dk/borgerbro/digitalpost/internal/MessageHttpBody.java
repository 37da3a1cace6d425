package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.digitalpost.internal.memo.FileSizes;
import dk.borgerbro.digitalpost.internal.memo.MemoXml;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A message that is written while it is sent; its length is announced, because the service demands it. */
final class MessageHttpBody implements HttpBody {
    private final Message message;
    private final FileSizes sizes;
    private final long length;

    MessageHttpBody(Message message, FileSizes sizes) throws IOException {
        this.message = message;
        this.sizes = sizes;
        this.length = MemoXml.length(message, sizes);
    }

    @Override
    public String contentType() {
        return "application/xml";
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(length);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        MemoXml.write(message, out, sizes);
    }
}
