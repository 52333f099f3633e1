package nl.haltloket.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.testing.Vectors;
import nl.haltloket.testing.Vectors.Vector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the phone's TypeScript wrote, taken in whole. */
class EnvelopeVectorsTest {
    @TempDir
    static Path directory;

    private static EventKeys keys;

    @BeforeAll
    static void read() throws GeneralSecurityException, IOException {
        keys = Vectors.eventKeys(directory);
    }

    static List<Vector> envelopes() {
        return Vectors.list("envelopes");
    }

    static List<Vector> whole() {
        return envelopes().stream()
                .filter(one -> !one.toString().equals("smallest"))
                .toList();
    }

    static List<Vector> bad() {
        return Vectors.list("bad");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_bad_one_is_refused_by_the_name_of_its_step(Vector bad) {
        String code =
                switch (bad.json().getString("fails")) {
                    case "open" -> "handover.seal";
                    case "signature" -> "handover.signature";
                    default -> "handover.too-large";
                };
        assertThatThrownBy(() -> opened(bad))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void what_the_referrer_left_open_stays_open() {
        Vector smallest = envelopes().get(1);
        assertThat(smallest).hasToString("smallest");
        HandoverContent content = opened(smallest).content();
        assertThat(content.declarations().admission()).isNull();
        assertThat(content.declarations().cautionGiven()).isNull();
        assertThat(content.juvenile().birthDate()).isNull();
        assertThat(content.guardian()).isNull();
        assertThat(content.eligibility()).isNull();
    }

    @ParameterizedTest
    @MethodSource("whole")
    void a_good_one_says_what_the_phone_was_told(Vector envelope) {
        JsonObject content = envelope.json().getJsonObject("content");
        Envelope.Opened opened = opened(envelope);
        assertThat(opened.caseId()).hasToString(content.getString("caseId"));
        assertThat(opened.kioskId()).hasToString(content.getString("kioskId"));
        assertThat(opened.deviceId()).hasToString(content.getString("deviceId"));
        assertThat(opened.mandateId()).isEqualTo(content.getString("mandateId"));
        assertThat(opened.rulesVersion()).isEqualTo(content.getString("rulesVersion"));
        long offset = content.getLong("clockOffsetMs");
        assertThat(opened.clockOffsetMs()).isEqualTo(offset);
        assertThat(opened.capturedAt().toEpochMilli()).isEqualTo(content.getLong("capturedAt") - offset);
        assertThat(Envelope.hex(opened.payloadHash())).isEqualTo(envelope.json().getString("payloadHash"));
        assertThat(new JsonObject(Json.text(opened.content())).getMap())
                .containsAllEntriesOf(given(content.getJsonObject("data")).getMap());
    }

    @Test
    void the_largest_fits_one_qr_code() {
        assertThat(envelopes()).extracting(one -> one.bytes("sealed").length).allMatch(bytes -> bytes <= 750);
    }

    private static JsonObject given(JsonObject data) {
        JsonObject given = data.copy();
        given.put("offenceAt", Instant.ofEpochMilli(data.getLong("offenceAt")).toString());
        return new JsonObject(given.encode());
    }

    private static Envelope.Opened opened(Vector envelope) {
        return Envelope.open(keys, envelope.bytes("sealed")).read(Vectors.publicKey("device"));
    }
}
