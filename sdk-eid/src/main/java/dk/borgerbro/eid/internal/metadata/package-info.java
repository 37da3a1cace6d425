/** SAML 2.0 metadata (saml-metadata-2.0-os with errata), read leniently and written strictly, and the certificates in them. */
@NullMarked
package dk.borgerbro.eid.internal.metadata;

import org.jspecify.annotations.NullMarked;
