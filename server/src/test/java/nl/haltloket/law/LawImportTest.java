package nl.haltloket.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.bundle.SignedBundle;
import nl.haltloket.crypto.P256;
import nl.haltloket.crypto.Pem;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coordinator brings a signed bundle to an open desk: it holds at once, or nothing changes and every reason is told. */
class LawImportTest {
    @TempDir
    Path configuration;

    private LawFolder files;
    private TestApp app;
    private TestDevice laptop;
    private KeyPair office;

    @BeforeEach
    void open() throws Exception {
        files = new LawFolder(configuration);
        app = TestApp.configuredIn(configuration);
        laptop = TestDevice.signedIn(app, Profile.BEHEER, "anneke");
        office = new KeyPair(
                Pem.publicKey(Files.readString(app.data().resolve("trust").resolve("oefening.pem"))),
                Pem.privateKey(Files.readString(app.data().resolve("keys").resolve("bundle-private.pem"))));
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void a_newer_law_holds_at_once_and_the_older_can_still_be_read() {
        TestDevice phone = TestDevice.enrolled(app, Profile.VERWIJZER);
        files.lawOf("2026-12-01");
        JsonObject answer = take(files.bundle(office, TestApp.START, Bundle.RULES, Bundle.OFFENCES))
                .expect(201);
        assertThat(answer.getJsonArray("accepted").stream().map(each -> ((JsonObject) each).getString("file")))
                .containsExactly("rules.json", "halt-feiten.json");
        assertThat(phone.get("/mandates/current").expect(200).getString("rulesVersion"))
                .isEqualTo("2026-12-01");
        JsonObject overview = laptop.get("/rules").expect(200);
        assertThat(overview.getString("inForce")).isEqualTo("2026-12-01");
        assertThat(versions(overview)).containsExactly("2026-12-01", "2026-11-22");
        JsonObject newest = overview.getJsonArray("versions").getJsonObject(0);
        assertThat(newest.getString("signer")).isEqualTo("oefening");
        assertThat(newest.getString("acceptedBy")).startsWith("worker:");
        assertThat(newest.getInteger("rules")).isPositive();
        assertThat(newest.getInteger("reviewed")).isZero();
        JsonObject old = phone.get("/rules/2026-11-22").expect(200);
        assertThat(old.getJsonObject("rules").getString("version")).isEqualTo("2026-11-22");
        assertThat(old.getJsonObject("offences").getString("version")).isEqualTo("2026-11-22");
        assertThat(audited("law:rules.json@2026-12-01")).singleElement().satisfies(actor -> assertThat(actor)
                .startsWith("worker:"));
        assertThat(audited("law:rules.json@2026-11-22")).containsExactly("system");
        app.restart();
        assertThat(app.app().event().rulesVersion()).isEqualTo("2026-12-01");
    }

    @Test
    void a_newer_mandate_holds_at_once_for_every_phone() {
        TestDevice phone = TestDevice.enrolled(app, Profile.VERWIJZER);
        JsonObject before = phone.get("/mandates/current").expect(200);
        assertThat(before.getJsonObject("numbers").getString("zsm")).isEqualTo("088 000 00 03");
        assertThat(before.getJsonObject("approvals").getJsonObject("mayor").getString("reference"))
                .isEqualTo("OEF-BGM-001");
        assertThat(before.getString("from")).isEqualTo("2026-11-21T20:00:00Z");
        assertThat(before.getString("to")).isEqualTo("2026-11-23T20:00:00Z");
        assertThat(before.getJsonObject("area").getJsonArray("places")).contains("Kermisplein");
        files.eventOf("2026-11-23");
        files.change(Bundle.EVENT, "\"zsm\": \"088 000 00 03\"", "\"zsm\": \"088 000 00 33\"");
        files.change(Bundle.EVENT, ",\n      { \"id\": \"diefstal-310\", \"usual\": false }", "");
        take(files.bundle(office, TestApp.START, Bundle.EVENT)).expect(201);
        JsonObject after = phone.get("/mandates/current").expect(200);
        assertThat(after.getJsonObject("numbers").getString("zsm")).isEqualTo("088 000 00 33");
        assertThat(after.getJsonArray("offences"))
                .hasSize(before.getJsonArray("offences").size() - 1);
        assertThat(after.getString("from")).isEqualTo(before.getString("from"));
    }

    @Test
    void the_same_import_again_gets_the_same_answer() {
        files.lawOf("2026-12-01");
        byte[] bundle = files.bundle(office, TestApp.START, Bundle.RULES, Bundle.OFFENCES);
        UUID id = TestDevice.newId();
        JsonObject first =
                TestApp.await(laptop.commandBytes("/rules", id, bundle)).expect(201);
        JsonObject again =
                TestApp.await(laptop.commandBytes("/rules", id, bundle)).expect(201);
        assertThat(again).isEqualTo(first);
        assertThat(take(bundle).expect(201).getJsonArray("accepted"))
                .as("nothing new in it")
                .isEmpty();
        assertThat(app.count("law_version WHERE kind = 'RULES'")).isEqualTo(2);
    }

    @Test
    void what_cannot_be_believed_is_refused_in_a_sentence() throws GeneralSecurityException {
        files.lawOf("2026-12-01");
        byte[] good = files.bundle(office, TestApp.START, Bundle.RULES, Bundle.OFFENCES);
        KeyPair stranger = P256.generate(new SecureRandom());
        refused(files.bundle(stranger, TestApp.START, Bundle.RULES, Bundle.OFFENCES), "bundle.stranger");
        byte[] changed = good.clone();
        changed[good.length / 2] ^= 1;
        refused(changed, "bundle.changed");
        refused(new byte[] {1, 2, 3}, "bundle.unreadable");
        refused(files.bundle(office, TestApp.START, Bundle.RULES), "bundle.half-law");
        byte[] unknown = SignedBundle.sign(
                Bundle.of(TestApp.START, Map.of("teksten.json", new byte[] {1})),
                office.getPrivate(),
                office.getPublic());
        refused(unknown, "bundle.unknown-file");
        refused(new byte[SignedBundle.BYTES_MAX + 1], "bundle.too-large");
        assertThat(take(new byte[SignedBundle.BYTES_MAX + 2]).outcome()).isEqualTo("413 body.too-large");
        nothingChanged();
    }

    @Test
    void an_older_version_and_another_content_under_a_known_one_are_refused_with_their_line() {
        files.lawOf("2026-10-01");
        problem(
                take(files.bundle(office, TestApp.START, Bundle.RULES, Bundle.OFFENCES)),
                "rules.json",
                2,
                "ouder dan versie 2026-11-22");
        files.lawOf("2026-11-22");
        files.write(Bundle.RULES, "\n" + shipped(Bundle.RULES));
        problem(
                take(files.bundle(office, TestApp.START, Bundle.RULES, Bundle.OFFENCES)),
                "rules.json",
                3,
                "al bekend met een andere inhoud");
        nothingChanged();
    }

    @Test
    void every_fault_in_the_files_is_told_with_file_and_line() {
        files.eventOf("2026-11-23");
        int number = files.change(Bundle.EVENT, "\"police\": \"088 000 00 01\"", "\"police\": \"politie\"");
        int offence = files.change(Bundle.EVENT, "\"id\": \"vuur-apv\"", "\"id\": \"onbekend\"");
        Reply reply = take(files.bundle(office, TestApp.START, Bundle.EVENT));
        assertThat(reply.outcome()).isEqualTo("422 file.refused");
        problem(reply, "event.json", number, "telefoonnummer");
        problem(reply, "event.json", offence, "niet in halt-feiten.json: onbekend");
        assertThat(reply.json().getJsonArray("problems")).hasSize(2);
        nothingChanged();
    }

    @Test
    void another_event_is_not_taken_in_by_an_open_desk() {
        files.eventOf("2026-11-23");
        int line = files.change(Bundle.EVENT, "0f1d6c1e", "1f1d6c1e");
        problem(take(files.bundle(office, TestApp.START, Bundle.EVENT)), "event.json", line, "een ander evenement");
        nothingChanged();
    }

    @Test
    void who_has_a_version_need_not_get_it_again() {
        TestDevice phone = TestDevice.enrolled(app, Profile.VERWIJZER);
        Reply first = phone.get("/rules/2026-11-22");
        first.expect(200);
        String tag = first.headers().get("ETag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(first.headers().get("Cache-Control")).isEqualTo("private, no-cache");
        Reply again =
                TestApp.await(phone.send(HttpMethod.GET, "/rules/2026-11-22", Map.of("If-None-Match", tag), null));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body().length()).isZero();
        assertThat(phone.get("/rules/2020-01-01").outcome()).isEqualTo("404 rules.unknown");
    }

    @Test
    void the_coordinator_tries_a_case_that_is_kept_nowhere() {
        JsonObject child = new JsonObject()
                .put("offenceId", "alcohol-45")
                .put("offenceAt", "2026-11-22T20:10:00Z")
                .put("birthDate", "2016-05-01");
        JsonObject verdict = laptop.post("/rules/trial", child).expect(200);
        assertThat(verdict.getString("decision")).isEqualTo("NOT_HALT");
        assertThat(verdict.getString("rules")).isEqualTo("2026-11-22");
        assertThat(verdict.getJsonArray("fired")).isNotEmpty();
        assertThat(laptop.post("/rules/trial", child.copy().put("bsn", "1")).outcome())
                .isEqualTo("400 request.invalid");
        assertThat(laptop.post("/rules/trial", child.copy().put("offenceAt", "gisteren"))
                        .outcome())
                .isEqualTo("422 request.value");
        Reply strange = laptop.post(
                "/rules/trial", child.copy().put("birthDate", "2011-02-30").put("admission", "SOMETIMES"));
        assertThat(strange.outcome()).isEqualTo("422 rules.situation");
        assertThat(strange.json().getString("title")).contains("admission, birthDate");
        assertThat(laptop.post("/rules/trial", child.copy().put("birthDate", "2027-01-01"))
                        .outcome())
                .isEqualTo("422 rules.situation");
    }

    @Test
    void what_was_refused_at_the_start_is_told_on_the_health_page_and_in_beheer() {
        files.change(Bundle.EVENT, "\"police\": \"088 000 00 01\"", "\"police\": \"088 000 00 02\"");
        app.restart();
        JsonObject law = app.manage("/health/ready")
                .json()
                .getJsonObject("checks")
                .getJsonArray("law")
                .getJsonObject(0);
        assertThat(law.getString("status")).isEqualTo("warn");
        assertThat(law.getString("output")).contains("blijft gelden", "event.json regel 2");
        JsonObject problem = TestDevice.signedIn(app, Profile.BEHEER, "anneke")
                .get("/rules")
                .expect(200)
                .getJsonArray("problems")
                .getJsonObject(0);
        assertThat(problem.getString("file")).isEqualTo("event.json");
        assertThat(problem.getInteger("line")).isEqualTo(2);
    }

    private Reply take(byte[] bundle) {
        return TestApp.await(laptop.commandBytes("/rules", TestDevice.newId(), bundle));
    }

    private void refused(byte[] bundle, String code) {
        Reply reply = take(bundle);
        assertThat(reply.outcome()).isEqualTo("422 " + code);
        assertThat(reply.json().getString("title")).isNotBlank();
    }

    private static void problem(Reply reply, String file, int line, String reason) {
        assertThat(reply.expect(422).getJsonArray("problems").stream().map(JsonObject.class::cast))
                .anySatisfy(each -> {
                    assertThat(each.getString("file")).isEqualTo(file);
                    assertThat(each.getInteger("line")).isEqualTo(line);
                    assertThat(each.getString("reason")).contains(reason);
                });
    }

    private void nothingChanged() {
        assertThat(app.count("law_version")).isEqualTo(3);
        assertThat(laptop.get("/rules").expect(200).getString("inForce")).isEqualTo("2026-11-22");
    }

    private List<String> audited(String subject) {
        return app.rows("SELECT actor FROM audit_entry WHERE subject = $1", subject).stream()
                .map((Row row) -> row.getString(0))
                .toList();
    }

    private static Stream<String> versions(JsonObject overview) {
        return overview.getJsonArray("versions").stream().map(each -> ((JsonObject) each).getString("version"));
    }

    private static String shipped(String name) {
        try {
            return Files.readString(TestApp.configuration().resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
