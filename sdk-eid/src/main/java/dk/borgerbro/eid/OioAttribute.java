package dk.borgerbro.eid;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes that are known: who may have each, and how often. From the metadata that NemLog-in publishes for OIOSAML 3.0 and 4.0, and
 * the names of OIOSAML 2 that are still in use. Others are received and kept as well, see {@link Attributes}; later releases may add
 * constants.
 */
public enum OioAttribute {
    /** Version of the profile; the value under 4.0 is not known. */
    SPEC_VERSION("https://data.gov.dk/model/core/specVersion", Holder.ANYONE, Occurs.ONCE, Origin.OIOSAML_3),
    /** NSIS level of assurance. */
    NSIS_LOA("https://data.gov.dk/concept/core/nsis/loa", Holder.ANYONE, Occurs.ONCE, Origin.OIOSAML_3),
    /** NSIS level of the identity. */
    NSIS_IAL("https://data.gov.dk/concept/core/nsis/ial", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** NSIS level of the authentication. */
    NSIS_AAL("https://data.gov.dk/concept/core/nsis/aal", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** Token with which services are called on behalf of the user. */
    BOOTSTRAP_TOKEN(
            "https://data.gov.dk/model/core/eid/bootstrapToken", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** Privileges. */
    PRIVILEGES(
            "https://data.gov.dk/model/core/eid/privilegesIntermediate",
            Holder.ANYONE,
            Occurs.AT_MOST_ONCE,
            Origin.OIOSAML_3),
    /** Full name. */
    FULL_NAME("https://data.gov.dk/model/core/eid/fullName", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** First name, without middle names. */
    FIRST_NAME("https://data.gov.dk/model/core/eid/firstName", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** Last name. */
    LAST_NAME("https://data.gov.dk/model/core/eid/lastName", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** Pseudonym. */
    ALIAS("https://data.gov.dk/model/core/eid/alias", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** Mail addresses. */
    EMAIL("https://data.gov.dk/model/core/eid/email", Holder.ANYONE, Occurs.ANY_NUMBER, Origin.OIOSAML_3),
    /** CPR number; public services only. */
    CPR_NUMBER("https://data.gov.dk/model/core/eid/cprNumber", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** UUID that stands for the CPR number. */
    CPR_UUID("https://data.gov.dk/model/core/eid/cprUuid", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** Age in years. */
    AGE("https://data.gov.dk/model/core/eid/age", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** Date of birth. */
    DATE_OF_BIRTH(
            "https://data.gov.dk/model/core/eid/dateOfBirth", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_3),
    /** PID of the time of NemID. */
    PID("https://data.gov.dk/model/core/eid/person/pid", Holder.PERSON, Occurs.AT_MOST_ONCE, Origin.NEMID),
    /** UUID of a professional, the same for all services. */
    PROFESSIONAL_UUID(
            "https://data.gov.dk/model/core/eid/professional/uuid/persistent",
            Holder.PROFESSIONAL,
            Occurs.AT_MOST_ONCE,
            Origin.OIOSAML_3),
    /** RID of the time of NemID. */
    RID("https://data.gov.dk/model/core/eid/professional/rid", Holder.PROFESSIONAL, Occurs.AT_MOST_ONCE, Origin.NEMID),
    /** CVR number of the organisation. */
    CVR("https://data.gov.dk/model/core/eid/professional/cvr", Holder.PROFESSIONAL, Occurs.ONCE, Origin.OIOSAML_3),
    /** Name of the organisation. */
    ORGANISATION_NAME(
            "https://data.gov.dk/model/core/eid/professional/orgName",
            Holder.PROFESSIONAL,
            Occurs.ONCE,
            Origin.OIOSAML_3),
    /** P number of the place of work. */
    PRODUCTION_UNIT(
            "https://data.gov.dk/model/core/eid/professional/productionUnit",
            Holder.PROFESSIONAL,
            Occurs.AT_MOST_ONCE,
            Origin.OIOSAML_3),
    /** SE number of the organisation. */
    SE_NUMBER(
            "https://data.gov.dk/model/core/eid/professional/seNumber",
            Holder.PROFESSIONAL,
            Occurs.AT_MOST_ONCE,
            Origin.OIOSAML_3),
    /** CVR numbers of organisations that the professional may represent. */
    AUTHORIZED_TO_REPRESENT(
            "https://data.gov.dk/model/core/eid/professional/authorizedToRepresent",
            Holder.PROFESSIONAL,
            Occurs.ANY_NUMBER,
            Origin.OIOSAML_3),

    /** Attribute profile of the identity. */
    ATTRIBUTE_PROFILE(
            "https://data.gov.dk/concept/core/eid/profile", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_4),
    /** Who identified the user. */
    IDENTITY_PROVIDER(
            "https://data.gov.dk/concept/core/eid/provider", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_4),
    /** Level of assurance, under its name of 4.0. */
    LOA("https://data.gov.dk/concept/core/loa", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_4),
    /** Level by the eIDAS regulation. */
    EIDAS_LOA("https://data.gov.dk/model/core/eidas/loa", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_4),
    /** Member state of an eIDAS identity. */
    EIDAS_MEMBER_STATE(
            "https://data.gov.dk/model/core/eid/eidas/memberState",
            Holder.ANYONE,
            Occurs.AT_MOST_ONCE,
            Origin.OIOSAML_4),
    /** How surely the CPR number belongs to the user. */
    CPR_IAL("https://data.gov.dk/model/core/nsis/cpr_ial", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_4),
    /** Whether a program logged in. */
    IS_ROBOT(
            "https://data.gov.dk/model/core/eid/professional/isRobot",
            Holder.PROFESSIONAL,
            Occurs.AT_MOST_ONCE,
            Origin.OIOSAML_4),
    /** Whether the user may make qualified signatures. */
    ALLOW_QUALIFIED_SIGNING(
            "https://data.gov.dk/model/core/eid/allowQualifiedSigning",
            Holder.ANYONE,
            Occurs.AT_MOST_ONCE,
            Origin.OIOSAML_4),
    /** Identifier of a person by eIDAS. */
    EIDAS_PERSON_IDENTIFIER(
            "http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier",
            Holder.ANYONE,
            Occurs.AT_MOST_ONCE,
            Origin.OIOSAML_4),
    /** Identifier of an organisation by eIDAS. */
    EIDAS_LEGAL_PERSON_IDENTIFIER(
            "http://eidas.europa.eu/attributes/legalperson/LegalPersonIdentifier",
            Holder.ANYONE,
            Occurs.AT_MOST_ONCE,
            Origin.OIOSAML_4),

    /** Version of the profile in OIOSAML 2. */
    LEGACY_SPEC_VERSION("dk:gov:saml:attribute:SpecVer", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_2),
    /** Level in OIOSAML 2, 1 to 4. */
    LEGACY_ASSURANCE_LEVEL(
            "dk:gov:saml:attribute:AssuranceLevel", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_2),
    /** CVR number in OIOSAML 2. */
    LEGACY_CVR("dk:gov:saml:attribute:CvrNumberIdentifier", Holder.PROFESSIONAL, Occurs.AT_MOST_ONCE, Origin.OIOSAML_2),
    /** CPR number in OIOSAML 2. */
    LEGACY_CPR_NUMBER(
            "dk:gov:saml:attribute:CprNumberIdentifier", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_2),
    /** PID in OIOSAML 2. */
    LEGACY_PID("dk:gov:saml:attribute:PidNumberIdentifier", Holder.PERSON, Occurs.AT_MOST_ONCE, Origin.OIOSAML_2),
    /** RID in OIOSAML 2. */
    LEGACY_RID("dk:gov:saml:attribute:RidNumberIdentifier", Holder.PROFESSIONAL, Occurs.AT_MOST_ONCE, Origin.OIOSAML_2),
    /** P number in OIOSAML 2. */
    LEGACY_PRODUCTION_UNIT(
            "dk:gov:saml:attribute:ProductionUnitIdentifier",
            Holder.PROFESSIONAL,
            Occurs.AT_MOST_ONCE,
            Origin.OIOSAML_2),
    /** SE number in OIOSAML 2. */
    LEGACY_SE_NUMBER(
            "dk:gov:saml:attribute:SENumberIdentifier", Holder.PROFESSIONAL, Occurs.AT_MOST_ONCE, Origin.OIOSAML_2),
    /** Privileges in OIOSAML 2. */
    LEGACY_PRIVILEGES(
            "dk:gov:saml:attribute:Privileges_intermediate", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_2),
    /** Bootstrap token in OIOSAML 2: XML, of which no text is kept. */
    LEGACY_BOOTSTRAP_TOKEN(
            "urn:liberty:disco:2006-08:DiscoveryEPR", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OIOSAML_2),

    /** Version of KOMBIT's profile. */
    KOMBIT_SPEC_VERSION("dk:gov:saml:attribute:KombitSpecVer", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OVERLAY),
    /** Version of the health sector's profile. */
    HEALTH_SPEC_VERSION(
            "https://healthcare.data.gov.dk/model/core/specVersion",
            Holder.ANYONE,
            Occurs.AT_MOST_ONCE,
            Origin.OVERLAY),
    /** What is signed. */
    SIGNING_REFERENCE_TEXT(
            "https://data.gov.dk/model/core/signing/referenceText", Holder.ANYONE, Occurs.AT_MOST_ONCE, Origin.OVERLAY);

    private static final Map<String, OioAttribute> BY_URI = byUri();

    private final String uri;
    private final Holder holder;
    private final Occurs occurs;
    private final Origin origin;

    OioAttribute(String uri, Holder holder, Occurs occurs, Origin origin) {
        this.uri = uri;
        this.holder = holder;
        this.occurs = occurs;
        this.origin = origin;
    }

    /** {@return the attribute with this name, if it is known} */
    public static Optional<OioAttribute> of(String uri) {
        return Optional.ofNullable(BY_URI.get(uri));
    }

    /** {@return the name on the wire} */
    public String uri() {
        return uri;
    }

    /** {@return who may have it} */
    public Holder holder() {
        return holder;
    }

    /** {@return how often it stands in an identity of its holder} */
    public Occurs occurs() {
        return occurs;
    }

    /** {@return where it comes from} */
    public Origin origin() {
        return origin;
    }

    private static Map<String, OioAttribute> byUri() {
        Map<String, OioAttribute> attributes = new HashMap<>();
        for (OioAttribute attribute : values()) {
            attributes.put(attribute.uri, attribute);
        }
        return Map.copyOf(attributes);
    }

    /** Who may have an attribute. */
    public enum Holder {
        /** Persons and professionals. */
        ANYONE,
        /** Persons only. */
        PERSON,
        /** Professionals only. */
        PROFESSIONAL;

        /** {@return whether an identity of this kind may have the attribute} */
        public boolean admits(SubjectKind kind) {
            return this == ANYONE || (this == PERSON) == (kind == SubjectKind.PERSON);
        }
    }

    /** How often an attribute stands in an identity. */
    public enum Occurs {
        /** Mandatory, with one value. */
        ONCE,
        /** Optional, with one value. */
        AT_MOST_ONCE,
        /** Optional, with any number of values. */
        ANY_NUMBER
    }

    /** Where an attribute comes from. */
    public enum Origin {
        /** OIOSAML 3.0, and 4.0 unless replaced. */
        OIOSAML_3,
        /** New in OIOSAML 4.0. */
        OIOSAML_4,
        /** OIOSAML 2, deprecated. */
        OIOSAML_2,
        /** Heritage of NemID, deprecated. */
        NEMID,
        /** A profile on top of OIOSAML. */
        OVERLAY
    }
}
