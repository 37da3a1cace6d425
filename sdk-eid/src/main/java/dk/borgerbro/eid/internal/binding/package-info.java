/** How SAML messages travel: SAML 2.0 bindings by redirect, POST and SOAP. Knows nothing of what stands in a message. */
@NullMarked
package dk.borgerbro.eid.internal.binding;

import org.jspecify.annotations.NullMarked;
