package nl.haltloket.guardian;

import java.security.SecureRandom;
import java.time.Duration;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.notify.CapSettings;
import nl.haltloket.notify.Caps;
import nl.haltloket.notify.Outbox;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.texts.Templates;

/** The service beside a running server, on its database, to report what a gateway would. */
final class GuardianFixture {
    private GuardianFixture() {}

    static GuardianService of(TestApp app) {
        CaseKeys caseKeys = new CaseKeys(app.keys(), new SecureRandom());
        Outbox outbox = new Outbox(caseKeys, app.keys(), app.clock());
        GuardianTexts texts = new GuardianTexts(
                new Templates(),
                outbox,
                new Caps(new CapSettings(3, 3, 600, 100), app.keys(), app.clock()),
                new CaseCodes(new SecureRandom()),
                app.app().event(),
                Duration.ofHours(2),
                app.clock(),
                TestDevice::newId);
        return new GuardianService(caseKeys, outbox, texts, app.app().event(), app.clock(), TestDevice::newId);
    }
}
