package dk.borgerbro.testkit.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the server and passes bytes on, because the server does not tell which connections its clients keep open. A client
 * that nobody closed shows there and nowhere else. Thread-safe.
 */
final class Doorway implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final ServerSocket listener;
    private final InetSocketAddress inside;
    private final ExecutorService threads;
    private final Map<Integer, Passage> byInsidePort = new ConcurrentHashMap<>();

    private Doorway(ServerSocket listener, InetSocketAddress inside, ExecutorService threads) {
        this.listener = listener;
        this.inside = inside;
        this.threads = threads;
    }

    static Doorway open(int port, InetSocketAddress inside, ExecutorService threads) throws IOException {
        ServerSocket listener = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        Doorway doorway = new Doorway(listener, inside, threads);
        threads.execute(doorway::welcome);
        return doorway;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** {@return the connection that the server sees as coming from this port} */
    Optional<Passage> passage(int insidePort) {
        return Optional.ofNullable(byInsidePort.get(insidePort));
    }

    /** {@return who keeps connections open, one entry for each that has made a call} */
    List<String> open() {
        return byInsidePort.values().stream()
                .map(passage -> passage.userAgent)
                .filter(agent -> !agent.isEmpty())
                .toList();
    }

    @Override
    public void close() {
        closeQuietly(listener);
        byInsidePort.values().forEach(Passage::close);
    }

    private void welcome() {
        while (!listener.isClosed()) {
            Socket client = null;
            try {
                client = listener.accept();
                enter(client);
            } catch (IOException | RejectedExecutionException e) {
                // The simulator is being closed, or the client has gone already.
                closeQuietly(client);
            }
        }
    }

    private void enter(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        Socket server = new Socket(inside.getAddress(), inside.getPort());
        server.setTcpNoDelay(true);
        Passage passage = new Passage(client, server);
        byInsidePort.put(server.getLocalPort(), passage);
        threads.execute(passage::in);
        threads.execute(passage::out);
    }

    private static void closeQuietly(@Nullable AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            // It is of no use any more either way.
        }
    }

    /** One connection. */
    final class Passage {
        private final Socket client;
        private final Socket server;
        private volatile String userAgent = "";

        private Passage(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void usedBy(String agent) {
            userAgent = agent;
        }

        private void in() {
            try {
                pass(client, server);
                // The client has said its last; the answer may still be on its way.
                byInsidePort.remove(server.getLocalPort());
                server.shutdownOutput();
            } catch (IOException e) {
                close();
            }
        }

        private void out() {
            try {
                pass(server, client);
            } catch (IOException e) {
                // One side is gone; so is the connection.
            }
            close();
        }

        private void pass(Socket from, Socket to) throws IOException {
            byte[] buffer = new byte[BUFFER];
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        }

        private void close() {
            byInsidePort.remove(server.getLocalPort());
            closeQuietly(client);
            closeQuietly(server);
        }
    }
}
