package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.digitalpost.MemoFile;
import dk.borgerbro.digitalpost.internal.memo.ExactStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A finished message. */
record FileHttpBody(MemoFile memo) implements HttpBody {
    @Override
    public String contentType() {
        return "application/xml";
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(memo.size());
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = new ExactStream(memo.content().open(), memo.size())) {
            in.transferTo(out);
        }
    }
}
