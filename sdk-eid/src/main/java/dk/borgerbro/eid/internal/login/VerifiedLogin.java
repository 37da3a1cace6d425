package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.Identity;
import dk.borgerbro.eid.internal.saml.AssertionContent.Authentication;
import dk.borgerbro.eid.saml.NameId;

/** An identity that passed R1 to R25 and has no session yet. */
record VerifiedLogin(Identity identity, NameId nameId, Authentication authentication) {
    @Override
    public String toString() {
        return "VerifiedLogin(hidden)";
    }
}
