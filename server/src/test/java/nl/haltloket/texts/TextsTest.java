package nl.haltloket.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.texts.TemplateId.Place;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A coordinator writes and signs; each test has a language of its own. */
class TextsTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestDevice LAPTOP = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
    private static final String GOOD = "Halt: proef {tel}, code {code4}. Zie halt.nl.";

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void dutch_and_english_are_signed_in_a_drill_and_the_others_are_drafts() {
        JsonObject overview = LAPTOP.get("/texts").expect(200);
        assertThat(overview.getJsonArray("texts")).hasSizeGreaterThanOrEqualTo(42);
        assertThat(overview.getJsonArray("languages")).hasSize(8);
        assertThat(newest("BRIDGE", "nl").getString("signedBy")).isEqualTo("Oefenloket (verzonnen)");
        assertThat(newest("BRIDGE", "ar").containsKey("signedAt")).isFalse();
        assertThat(newest("BRIDGE", "ar").getString("source")).isEqualTo("FILE");
    }

    @Test
    void a_draft_is_never_rendered_and_a_signed_text_is() {
        assertThat(render("pl").orElseThrow().source().language()).isEqualTo("nl");
        sign("BRIDGE", "pl", 1).expect(201);
        Rendered polish = render("pl").orElseThrow();
        assertThat(polish.source()).isEqualTo(new nl.haltloket.notify.TextSource("BRIDGE", "pl", 1));
        assertThat(polish.text()).contains("088 000 00 00", "kod 0427").doesNotContain("{");
        draft("BRIDGE", "pl", 1, "Halt: inaczej {tel}, halt.nl").expect(201);
        assertThat(render("pl").orElseThrow().source().version()).isOne();
    }

    @Test
    void a_language_without_texts_is_dutch() {
        assertThat(render("ti").orElseThrow().source().language()).isEqualTo("nl");
        assertThat(render("und").orElseThrow().text()).startsWith("Halt: uw kind");
    }

    @Test
    void a_draft_is_signed_once_with_a_name_and_the_audit_tells_it() {
        JsonObject kept = draft("BRIDGE", "tr", 1, GOOD).expect(201);
        assertThat(kept.getInteger("version")).isEqualTo(2);
        JsonObject signed = sign("BRIDGE", "tr", 2).expect(201);
        assertThat(signed.getBoolean("sameWriter")).isTrue();
        assertThat(newest("BRIDGE", "tr").getString("signedBy")).isEqualTo("Anneke Proefpersoon");
        assertThat(newest("BRIDGE", "tr").getBoolean("mine")).isTrue();
        assertThat(sign("BRIDGE", "tr", 2).outcome()).isEqualTo("409 texts.signed");
        assertThat(sign("BRIDGE", "tr", 1).outcome()).isEqualTo("409 texts.older");
        assertThat(sign("BRIDGE", "tr", 9).outcome()).isEqualTo("404 texts.unknown");
        assertThat(APP.rows("SELECT facts FROM audit_entry WHERE subject = 'text:BRIDGE:tr' ORDER BY seq"))
                .extracting(row -> row.getString("facts"))
                .containsExactly("draft version 2", "signed version 2");
    }

    @Test
    void who_signs_what_came_with_the_loket_did_not_write_it() {
        assertThat(sign("NOT_REACHED", "de", 1).expect(201).getBoolean("sameWriter"))
                .isFalse();
    }

    @Test
    void a_text_with_a_fault_is_not_kept() {
        assertThat(draft("BRIDGE", "uk", 1, "Halt: {tel}, поліція, halt.nl").outcome())
                .isEqualTo("422 texts.word");
        assertThat(draft("BRIDGE", "uk", 1, "Halt: halt.nl").outcome()).isEqualTo("422 texts.place-missing");
        assertThat(draft("BRIDGE", "uk", 1, "Halt: \u202E{tel} halt.nl").outcome())
                .isEqualTo("422 text.hidden");
        assertThat(draft("BRIDGE", "uk", 1, " ").outcome()).isEqualTo("422 texts.empty");
        assertThat(newest("BRIDGE", "uk").getInteger("version")).isOne();
    }

    @Test
    void who_did_not_see_the_newest_version_is_told() {
        draft("BRIDGE", "fr", 1, GOOD).expect(201);
        assertThat(draft("BRIDGE", "fr", 1, GOOD + " Merci.").outcome()).isEqualTo("409 texts.changed");
        assertThat(draft("BRIDGE", "fr", 2, GOOD).outcome()).isEqualTo("409 texts.same");
    }

    @Test
    void an_older_text_comes_back_as_a_new_draft() {
        String first = newest("APPOINTMENT", "de").getString("text");
        draft("APPOINTMENT", "de", 1, "Halt: {date}, {tel}").expect(201);
        assertThat(draft("APPOINTMENT", "de", 2, first).expect(201).getInteger("version"))
                .isEqualTo(3);
        assertThat(newest("APPOINTMENT", "de").getString("text")).isEqualTo(first);
    }

    @Test
    void a_preview_counts_and_keeps_nothing() {
        JsonObject trial =
                new JsonObject().put("id", "BRIDGE").put("language", "nl").put("text", "Halt: Zoë, {tel}");
        JsonObject preview = LAPTOP.post("/texts/preview", trial).expect(200);
        assertThat(preview.getString("encoding")).isEqualTo("UCS_2");
        assertThat(preview.getString("text")).isEqualTo("Halt: Zoë, 088 000 00 00");
        assertThat(preview.getJsonArray("unknownToGsm7")).containsExactly("ë");
        assertThat(preview.getJsonArray("findings").encode()).contains("texts.ucs2", "texts.no-check");
        assertThat(newest("BRIDGE", "nl").getInteger("version")).isOne();
    }

    @Test
    void a_worker_on_a_tablet_writes_and_signs_nothing() {
        TestDevice tablet = TestDevice.signedIn(APP, Profile.LOKET, "fatima");
        assertThat(tablet.get("/texts").status()).isEqualTo(403);
        assertThat(tablet.command("/texts/BRIDGE/nl/versions/1/signature", null).status())
                .isEqualTo(403);
    }

    @Test
    void a_start_keeps_what_was_signed_here_and_takes_a_changed_file_as_a_draft() {
        draft("REPLY_RECEIVED", "nl", 1, "Halt: gelezen. Bel {tel}.").expect(201);
        sign("REPLY_RECEIVED", "nl", 2).expect(201);
        TextFile changed = new TextFile(
                "2026-11-23",
                java.util.List.of(
                        new TextFile.Entry(
                                TemplateId.REPLY_RECEIVED, TextLanguage.NL, Optional.of("Kantoor"), "Nieuw {tel}"),
                        new TextFile.Entry(
                                TemplateId.WHICH_CASE, TextLanguage.NL, Optional.of("Kantoor"), "Nieuw {tel}"),
                        new TextFile.Entry(TemplateId.PROBE, TextLanguage.FR, Optional.of("Kantoor"), "Halt: essai")));
        assertThat(seed(changed, true)).isEqualTo(3);
        assertThat(seed(changed, true)).isZero();
        assertThat(newest("REPLY_RECEIVED", "nl").containsKey("signedAt")).isFalse();
        assertThat(newest("WHICH_CASE", "nl").getString("signedBy")).isEqualTo("Kantoor");
        TextFile real = new TextFile(
                "2026-11-24",
                java.util.List.of(
                        new TextFile.Entry(TemplateId.PROBE, TextLanguage.FR, Optional.of("Kantoor"), "Halt: test")));
        assertThat(seed(real, false)).isOne();
        assertThat(newest("PROBE", "fr").containsKey("signedAt")).isFalse();
    }

    private static int seed(TextFile file, boolean drill) {
        return TestApp.await(APP.database().inTransaction(tx -> new Templates().seed(tx, file, drill, APP.clock())));
    }

    private static Optional<Rendered> render(String language) {
        Map<Place, String> values = Map.of(Place.TEL, "088 000 00 00", Place.CODE4, "0427");
        return TestApp.await(
                APP.database().inTransaction(tx -> new Templates().render(tx, TemplateId.BRIDGE, language, values)));
    }

    private static Reply draft(String id, String language, int newest, String text) {
        return LAPTOP.command(
                "/texts/" + id + "/" + language,
                new JsonObject().put("newest", newest).put("text", text));
    }

    private static Reply sign(String id, String language, int version) {
        return LAPTOP.command("/texts/" + id + "/" + language + "/versions/" + version + "/signature", null);
    }

    private static JsonObject newest(String id, String language) {
        return LAPTOP.get("/texts").expect(200).getJsonArray("texts").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("id").equals(id)
                        && one.getString("language").equals(language))
                .findFirst()
                .orElseThrow()
                .getJsonArray("versions")
                .getJsonObject(0);
    }
}
