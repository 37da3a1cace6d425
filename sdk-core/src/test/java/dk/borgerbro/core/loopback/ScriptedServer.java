package dk.borgerbro.core.loopback;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * An HTTP/1.1 server over TLS on loopback that does with each request what it was told to, down to single bytes: what a server does
 * wrong cannot be had from a server that does things right.
 */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger hangUps = new AtomicInteger();
    private volatile Reply otherwise = Reply.ok("fine");

    private final SSLSocketFactory tls;
    private final Consumer<SSLSocket> tuning;

    private ScriptedServer(SSLContext context, Consumer<SSLSocket> tuning) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.tls = context.getSocketFactory();
        this.tuning = tuning;
        spawn(this::accept);
    }

    public static ScriptedServer start(SSLContext context) throws IOException {
        return start(context, socket -> {});
    }

    /**
     * Starts a server.
     *
     * @param tuning sets protocols and whether a client's certificate is demanded
     */
    public static ScriptedServer start(SSLContext context, Consumer<SSLSocket> tuning) throws IOException {
        return new ScriptedServer(context, tuning);
    }

    /** Adds to what is done with the next requests, one each. */
    public ScriptedServer next(Reply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    /** Sets what is done when the script is empty. */
    public ScriptedServer otherwise(Reply reply) {
        otherwise = reply;
        return this;
    }

    /** Hangs up on the next requests before reading them. */
    public ScriptedServer hangUpUnread(int times) {
        hangUps.set(times);
        return this;
    }

    public List<ReceivedRequest> received() {
        return received;
    }

    public int connections() {
        return connections.get();
    }

    public URI address() {
        return URI.create("https://localhost:" + listener.getLocalPort() + "/api/");
    }

    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.forEach(Thread::interrupt);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                spawn(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket plain) {
        try (plain;
                SSLSocket socket = (SSLSocket) tls.createSocket(plain, null, false)) {
            tuning.accept(socket);
            try {
                socket.startHandshake();
            } catch (IOException e) {
                // A client that still writes would lose our alert to a reset; so it is heard out.
                plain.getInputStream().transferTo(OutputStream.nullOutputStream());
                return;
            }
            converse(socket);
        } catch (IOException | InterruptedException e) {
            // the client hung up, or the server was closed
        }
    }

    private void converse(SSLSocket socket) throws IOException, InterruptedException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        boolean stays = true;
        while (stays) {
            in.mark(1);
            if (in.read() < 0 || hangUps.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                return;
            }
            in.reset();
            ReceivedRequest request = read(in, subject(socket));
            received.add(request);
            if (!request.isWhole()) {
                return;
            }
            Reply reply = script.poll();
            stays = (reply == null ? otherwise : reply).to(request, socket.getOutputStream());
        }
    }

    private static ReceivedRequest read(InputStream in, String client) throws IOException {
        String line = line(in);
        Map<String, List<String>> headers = new TreeMap<>();
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            int colon = field.indexOf(':');
            headers.computeIfAbsent(field.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(field.substring(colon + 1).strip());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean whole = true;
        try {
            if (headers.containsKey("transfer-encoding")) {
                for (int size = chunk(in); size > 0; size = chunk(in)) {
                    copy(in, body, size);
                    line(in);
                }
                line(in);
            } else if (headers.containsKey("content-length")) {
                copy(in, body, Integer.parseInt(headers.get("content-length").get(0)));
            }
        } catch (IOException e) {
            whole = false;
        }
        return new ReceivedRequest(line, headers, body.toString(StandardCharsets.UTF_8), whole, client);
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static void copy(InputStream in, ByteArrayOutputStream body, int size) throws IOException {
        byte[] read = in.readNBytes(size);
        body.write(read);
        if (read.length < size) {
            throw new EOFException("the body ended early");
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the request ended early");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String subject(SSLSocket socket) {
        try {
            return socket.getSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "";
        }
    }

    private void spawn(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Text of a response head that announces more than it delivers. */
    public static String cut(int announced, String delivered) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + announced + "\r\n\r\n"
                + new String(delivered.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }
}
