/**
 * Reads SAML messages: parsing with the JDK's parser, structure by table, decryption by JCA, signatures by Apache Santuario 4.0.4 under the
 * checks of OpenSAML 4.0.1. See {@code docs/adr/0006-saml-engine.md} for what stands where and why.
 */
@NullMarked
package dk.borgerbro.eid.internal.opensaml;

import org.jspecify.annotations.NullMarked;
