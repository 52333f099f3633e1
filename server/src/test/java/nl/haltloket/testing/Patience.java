package nl.haltloket.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How long a test waits for what comes by itself: three of them share two cores, and one that fails may wait. */
public final class Patience implements BeforeAllCallback {
    private static final Duration MAX = Duration.ofSeconds(45);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(MAX);
    }
}
