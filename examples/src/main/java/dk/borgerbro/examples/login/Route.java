package dk.borgerbro.examples.login;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.borgerbro.eid.HttpAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** One address of the site and what answers there. */
@FunctionalInterface
interface Route {
    HttpAnswer answer(HttpExchange exchange) throws IOException;

    static void add(HttpServer server, String path, Route route) {
        server.createContext(path, exchange -> {
            try (exchange) {
                boolean known = exchange.getRequestURI().getPath().equals(path);
                send(exchange, known ? route.answer(exchange) : HttpAnswer.of(404, Map.of(), "Ikke fundet"));
            }
        });
    }

    private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
