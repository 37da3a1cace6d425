package dk.borgerbro.eid.saml;

import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.internal.binding.FormReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Sends what would fill the memory or take for ever to a service provider on the real engine, four at a time. Prints which check refused
 * each kind, and at the end who logged in afterwards.
 */
final class HostileSender {
    private static final int MIB = 1024 * 1024;
    private static final int AT_ONCE = 4;
    private static final String SHELL = "SAMLResponse=";
    /** As much XML as fits into the largest form. */
    private static final int MOST_XML = FormReader.LARGEST / 4 * 3 - MIB / 16;

    private final ForgeBench bench = new ForgeBench();
    private final SamlServiceProvider sp = bench.builder().build();

    private HostileSender() {}

    public static void main(String[] arguments) throws Exception {
        new HostileSender().run();
    }

    private void run() throws Exception {
        print("form of 50 MB", () -> login(stream(SHELL, "QUFB", 50 * MIB)));
        print("envelope of 50 MB", () -> logout(IncomingRequest.post("text/xml", stream("<a>", "x", 50 * MIB))));
        print("deep", () -> login(form("<a>".repeat(MOST_XML / 6))));
        print("wide", () -> login(form("<a>" + "<b/>".repeat(MOST_XML / 5) + "</a>")));
        print("attributes", () -> login(form("<a" + attributes(MOST_XML / 20) + "/>")));
        print("namespaces", () -> login(form("<a" + namespaces(MOST_XML / 24) + "/>")));
        print("text", () -> login(form("<a>" + "x".repeat(MOST_XML - 10) + "</a>")));
        print("entities", () -> login(form(laughs() + "<a>&i;</a>")));
        print("deflated 50 MB", () -> logout(IncomingRequest.get("SAMLRequest=" + bomb(50))));
        print("deep, encrypted", () -> forged(text -> text.replaceFirst("Issuer>", "Issuer>" + "<a>".repeat(50_000))));
        print("wide, encrypted", () -> forged(text -> text.replaceFirst("Issuer>", "Issuer>" + "<b/>".repeat(50_000))));
        bench.login(sp, LoginBench.browser("honest"), ForgeBench.ANE, response -> response);
        System.out.println("honest: logged in");
    }

    private static void print(String kind, Callable<String> sending) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<String> checks = new ArrayList<>();
            for (Future<String> answer : senders.invokeAll(Collections.nCopies(AT_ONCE, sending))) {
                checks.add(answer.get());
            }
            System.out.println(
                    kind + ": " + String.join(" ", checks.stream().distinct().toList()));
        } finally {
            senders.shutdown();
        }
    }

    private String login(InputStream body) {
        try {
            sp.completeLogin(
                    IncomingRequest.post("application/x-www-form-urlencoded", body),
                    LoginBench.browser("hostile"),
                    LoginBench.rotation("hostile"));
            return "nobody refused it";
        } catch (LoginRejectedException refused) {
            return refused.code().name();
        }
    }

    private String logout(IncomingRequest request) {
        try {
            sp.handleLogout(request);
            return "nobody refused it";
        } catch (LogoutRejectedException refused) {
            return refused.code().name();
        }
    }

    private String forged(UnaryOperator<String> change) {
        try {
            bench.login(
                    sp,
                    LoginBench.browser("hostile"),
                    ForgeBench.ANE,
                    response -> response.changeAssertionText(change));
            return "nobody refused it";
        } catch (LoginRejectedException refused) {
            return refused.code().name();
        }
    }

    private static InputStream form(String xml) {
        String value = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
        return new ByteArrayInputStream(
                (SHELL + URLEncoder.encode(value, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII));
    }

    /** {@return a beginning and then the same again and again, without holding it} */
    private static InputStream stream(String start, String again, int length) {
        byte[] block = again.repeat(MIB / again.length()).getBytes(StandardCharsets.US_ASCII);
        List<InputStream> parts = new ArrayList<>();
        parts.add(new ByteArrayInputStream(start.getBytes(StandardCharsets.US_ASCII)));
        for (int i = 0; i < length / block.length; i++) {
            parts.add(new ByteArrayInputStream(block));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static String attributes(int number) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < number; i++) {
            attributes.append(" a").append(i).append("=\"x\"");
        }
        return attributes.toString();
    }

    private static String namespaces(int number) {
        StringBuilder namespaces = new StringBuilder();
        for (int i = 0; i < number; i++) {
            namespaces.append(" xmlns:n").append(i).append("=\"x").append(i).append('"');
        }
        return namespaces.toString();
    }

    /** Nine entities, each ten times the one before: a billion letters. */
    private static String laughs() {
        StringBuilder type = new StringBuilder("<!DOCTYPE a [<!ENTITY a \"ha\">");
        for (char c = 'b'; c <= 'i'; c++) {
            type.append("<!ENTITY ").append(c).append(" \"");
            type.append(("&" + (char) (c - 1) + ";").repeat(10)).append("\">");
        }
        return type.append("]>").toString();
    }

    private static String bomb(int mebibytes) throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            byte[] zeros = new byte[MIB];
            for (int i = 0; i < mebibytes; i++) {
                out.write(zeros);
            }
        }
        return URLEncoder.encode(Base64.getEncoder().encodeToString(bomb.toByteArray()), StandardCharsets.US_ASCII);
    }
}
