package dk.borgerbro.eid.internal.logout;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.internal.opensaml.OpenSamlEngine;
import dk.borgerbro.testkit.nemlogin.SamlForge;
import dk.borgerbro.testkit.nemlogin.XmlPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** What the other side makes of an answer of ours: reads it, holds it against the published schemas and verifies its signature. */
record SentMessage(String xml, String target, String relayState) {
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\">");
    private static final Pattern INPUT =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        Source[] sources = Stream.of(
                        "xml",
                        "xmldsig-core-schema",
                        "xenc-schema",
                        "saml-schema-assertion-2.0",
                        "saml-schema-protocol-2.0")
                .map(name -> new StreamSource(String.valueOf(SamlForge.class.getResource("xsd/" + name + ".xsd"))))
                .toArray(Source[]::new);
        try {
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(sources);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the message in a redirect, whose signature holds} */
    static SentMessage redirected(HttpAnswer answer, String parameter) throws Exception {
        URI location = URI.create(answer.headers().get("Location"));
        String query = location.getRawQuery();
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.substring(query.indexOf(parameter)).split("&", -1)) {
            values.put(
                    pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), UTF_8));
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(LogoutWorld.key().certificate());
        signature.update(query.substring(query.indexOf(parameter), query.indexOf("&Signature="))
                .getBytes(US_ASCII));
        if (!signature.verify(Base64.getDecoder().decode(values.get("Signature")))) {
            throw new AssertionError("the signature does not hold");
        }
        byte[] compressed = Base64.getDecoder().decode(values.get(parameter));
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(compressed), new Inflater(true))) {
            String xml = new String(in.readAllBytes(), UTF_8);
            String target = location.toString().substring(0, location.toString().indexOf(parameter) - 1);
            return valid(xml, target, values.getOrDefault("RelayState", ""));
        }
    }

    /** {@return the message in a form} */
    static SentMessage posted(HttpAnswer answer, String parameter) throws Exception {
        String page = new String(answer.body(), UTF_8);
        Matcher action = ACTION.matcher(page);
        Map<String, String> values = new LinkedHashMap<>();
        INPUT.matcher(page).results().forEach(input -> values.put(input.group(1), unescaped(input.group(2))));
        if (!action.find()) {
            throw new AssertionError("no form");
        }
        String xml = new String(Base64.getDecoder().decode(values.get(parameter)), UTF_8);
        return valid(xml, unescaped(action.group(1)), values.getOrDefault("RelayState", ""));
    }

    /** {@return the message in a SOAP body} */
    static SentMessage soap(HttpAnswer answer) throws Exception {
        XmlPart envelope = XmlPart.parse(new String(answer.body(), UTF_8));
        return valid(envelope.at("Body/LogoutResponse").xml(), "", "");
    }

    private static SentMessage valid(String xml, String target, String relayState) throws SAXException, IOException {
        SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml)));
        return new SentMessage(xml, target, relayState);
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    String get(String path) {
        return XmlPart.parse(xml).get(path);
    }

    /** Fails unless an enveloped signature is there and made with our key. */
    SentMessage verifyEnveloped() throws Exception {
        List<PublicKey> ours = List.of(LogoutWorld.key().certificate().getPublicKey());
        byte[] bytes = xml.getBytes(UTF_8);
        OpenSamlEngine engine = OpenSamlEngine.create();
        if (xml.contains("LogoutResponse")) {
            engine.readLogoutResponse(bytes).signature().orElseThrow().verify(ours);
        } else {
            engine.readLogoutRequest(bytes).signature().orElseThrow().verify(ours);
        }
        return this;
    }
}
