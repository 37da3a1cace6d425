package dk.borgerbro.eid;

/**
 * Gives the web session a new id, so that whoever planted the old one in the browser is left outside (session fixation). In a servlet
 * container: {@code () -> BrowserSession.of(request.changeSessionId())}.
 */
@FunctionalInterface
public interface SessionRotation {
    /** {@return the session under its new id; the old one is worth nothing from now on} */
    BrowserSession rotate();
}
