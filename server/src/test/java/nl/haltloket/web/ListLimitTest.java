package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** No answer is longer than the contract says, however much there is. */
class ListLimitTest {
    private static final TestApp APP = new TestApp();
    private static final TestDevice LAPTOP = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
    private static final String EACH = " FROM generate_series(1, 600) AS n RETURNING 1";

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void the_newest_five_hundred_devices_are_listed() {
        insert("""
                INSERT INTO device (id, event_id, profile, label, public_key, enrolled_at)
                SELECT gen_random_uuid(), $1, 'loket', 'Toestel ' || n, ''::bytea, timestamptz '2030-01-01' + n * interval '1 s'""" + EACH);
        assertThat(LAPTOP.get("/devices").expect(200).getJsonArray("devices"))
                .hasSize(500)
                .first()
                .extracting(device -> ((JsonObject) device).getString("label"))
                .isEqualTo("Toestel 600");
    }

    @Test
    void no_more_than_five_hundred_cards_are_made_or_listed() {
        Reply made;
        int sheets = 0;
        do {
            made = LAPTOP.command("/cards", new JsonObject().put("count", 100));
            sheets++;
        } while (made.status() == 201 && sheets < 10);
        assertThat(made.outcome()).isEqualTo("429 card.limit");
        assertThat(LAPTOP.get("/cards").expect(200).getJsonArray("cards").size())
                .isBetween(400, 500);
    }

    @Test
    void the_board_shows_two_hundred_rows() {
        new TestPhone(APP).handOver();
        insert("""
                INSERT INTO handover (id, event_id, device_id, state, payload_hash, content_sealed, colour, animal,
                                      number, captured_at, clock_offset_ms, rules_version, submitted_at)
                SELECT gen_random_uuid(), $1, h.device_id, 'SUBMITTED', h.payload_hash, h.content_sealed, h.colour,
                       h.animal, h.number + n, h.captured_at, 0, h.rules_version, h.submitted_at
                FROM (SELECT * FROM handover LIMIT 1) h, generate_series(1, 600) AS n RETURNING 1""");
        JsonObject board = new TestTablet(APP, "fatima").device().get("/board").expect(200);
        assertThat(board.getJsonArray("rows")).hasSize(200);
        // The numbers are wanted by the cards.
        assertThat(APP.rows("""
                DELETE FROM handover h
                WHERE NOT EXISTS (SELECT FROM verdict v WHERE v.handover_id = h.id) RETURNING 1""")).hasSize(600);
    }

    private static void insert(String sql) {
        assertThat(APP.rows(sql, APP.app().event().id())).hasSize(600);
    }
}
