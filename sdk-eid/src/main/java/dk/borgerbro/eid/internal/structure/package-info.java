/**
 * Whether a tree has the structure that the schemas of SAML 2.0 (assertion, protocol), XML Signature and XML Encryption demand: content
 * models, required attributes and lexical forms as a table, since validation against the schema files costs more than all the rest of a
 * login but the private key. Refuses what the schemas refuse; where it refuses more, {@link dk.borgerbro.eid.internal.structure.SamlStructure} says why.
 */
@NullMarked
package dk.borgerbro.eid.internal.structure;

import org.jspecify.annotations.NullMarked;
