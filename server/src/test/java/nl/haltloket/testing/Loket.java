package nl.haltloket.testing;

import nl.haltloket.web.Profile;

/** A running loket as devices know it: by HTTP, whether it runs in this process or in another. */
public interface Loket extends Door {
    /** A code that lets one device in; for a phone as the first referrer. */
    String invite(Profile profile);

    /** What this worker types to sign in. */
    String password(String login);
}
