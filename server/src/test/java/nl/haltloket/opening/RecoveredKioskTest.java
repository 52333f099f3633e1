package nl.haltloket.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The passphrase was lost, and the office made a new one with its own key. */
class RecoveredKioskTest {
    private static final String LOST = "tulp kraan zebra maan viool kaas";

    private final TestApp app = TestApp.protectedBy(LOST);
    private final TestPhone phone = new TestPhone(app);
    private final TestDevice tablet = TestDevice.signedIn(app, Profile.LOKET, "fatima");

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void the_new_passphrase_opens_the_desk_and_everything_can_be_read() {
        UUID before = phone.handOver();
        app.losePower();
        String fresh = app.recoverKeys();
        assertThat(tryPassphrase(LOST).outcome()).isEqualTo("403 opening.wrong-passphrase");
        assertThat(app.kiosk().app()).isEmpty();
        tryPassphrase(fresh).expect(200);
        assertReadable(before);
        phone.device().renew().expect(201);
        assertReadable(phone.handOver());
        assertThat(app.count("audit_entry WHERE facts = 'opened;wrapped-by:recovery;wrong:1'"))
                .isOne();
    }

    @Test
    void a_recovery_beside_a_desk_that_is_open_holds_from_the_next_power_loss_on() {
        UUID before = phone.handOver();
        String fresh = app.recoverKeys();
        assertReadable(before);
        app.losePower();
        tryPassphrase(fresh).expect(200);
        app.restart();
        assertThat(app.kiosk().app()).as("after a crash by itself").isPresent();
        assertReadable(before);
    }

    private Reply tryPassphrase(String passphrase) {
        return TestApp.await(app.send(
                HttpMethod.POST,
                "/api/v1/opening",
                Map.of("Content-Type", "application/json"),
                new JsonObject().put("passphrase", passphrase).toBuffer()));
    }

    private void assertReadable(UUID id) {
        tablet.renew().expect(201);
        tablet.signIn("fatima").expect(201);
        JsonObject content = tablet.get("/handovers/" + id + "/content").expect(200);
        assertThat(content.getJsonObject("juvenile").getString("familyName")).isNotBlank();
    }
}
