package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.eid.internal.metadata.DescriptionReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What stands in somebody's metadata, identity provider or service, whether it could be used or not: for people and tools who look at
 * them. Nothing of it is verified.
 *
 * @param entityId empty if it is missing
 * @param roles the elements that describe roles, such as {@code IDPSSODescriptor} and {@code SPSSODescriptor}, in order
 * @param signingCertificates of all roles, each once; those that cannot be read are left out
 * @param isSigned whether there is a signature
 */
public record MetadataDescription(
        String entityId,
        List<String> roles,
        List<CertificateDescription> signingCertificates,
        List<Endpoint> endpoints,
        boolean isSigned) {
    /** Keeps copies. */
    public MetadataDescription {
        roles = List.copyOf(roles);
        signingCertificates = List.copyOf(signingCertificates);
        endpoints = List.copyOf(endpoints);
    }

    /**
     * {@return the description of metadata that hold one entity}
     *
     * @param in at most 4 MiB, read to its end and not closed
     * @throws InvalidMessageException if they are not XML, not metadata, or hold several entities, saying where they are wrong
     * @throws IOException if the stream fails
     */
    public static MetadataDescription read(InputStream in) throws IOException {
        List<MetadataDescription> all = readAll(in);
        if (all.size() != 1) {
            throw new InvalidMessageException(
                    CallReference.local("login", "metadata"),
                    List.of(Finding.error(
                            "SAML-MD-2.3.1", "EntitiesDescriptor", "holds " + all.size() + " entities, not one")));
        }
        return all.get(0);
    }

    /** {@return the descriptions of all entities in metadata, in order}, refused as by {@link #read} */
    public static List<MetadataDescription> readAll(InputStream in) throws IOException {
        return DescriptionReader.read(in);
    }

    /**
     * An address.
     *
     * @param role the role that it belongs to
     * @param kind the element, such as {@code SingleSignOnService}
     * @param binding as it stands there
     * @param location as it stands there
     * @param responseLocation as it stands there, empty if it is missing
     */
    public record Endpoint(String role, String kind, String binding, String location, String responseLocation) {}
}
