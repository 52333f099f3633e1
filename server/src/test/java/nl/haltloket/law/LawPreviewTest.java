package nl.haltloket.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import nl.haltloket.bundle.Bundle;
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

/** A coordinator sees who signed a bundle and what it changes before it is put in force. */
class LawPreviewTest {
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
    void what_a_bundle_changes_is_shown_beside_what_holds_and_nothing_is_kept() {
        files.lawOf("2026-12-01");
        files.change(Bundle.OFFENCES, "\"Dronken op straat\"", "\"Dronken buiten\"");
        JsonObject preview = look(files.bundle(office, TestApp.START, Bundle.RULES, Bundle.OFFENCES))
                .expect(200);
        assertThat(preview.getString("signer")).isEqualTo("oefening");
        assertThat(preview.getString("madeAt")).isEqualTo(TestApp.START.toString());
        assertThat(preview.getJsonArray("files")).hasSize(2);
        JsonObject offences = preview.getJsonArray("files").getJsonObject(1);
        assertThat(offences.getString("file")).isEqualTo("halt-feiten.json");
        assertThat(offences.getString("version")).isEqualTo("2026-12-01");
        assertThat(offences.getBoolean("known")).isFalse();
        assertThat(firstLabel(offences.getJsonObject("before"))).isEqualTo("Dronken op straat");
        assertThat(firstLabel(offences.getJsonObject("after"))).isEqualTo("Dronken buiten");
        assertThat(laptop.get("/rules").expect(200).getString("inForce")).isEqualTo("2026-11-22");
        assertThat(app.count("law_version WHERE kind = 'RULES'")).isOne();
    }

    @Test
    void what_holds_already_is_told_to_be_known() {
        JsonObject preview = look(files.bundle(office, TestApp.START, Bundle.RULES, Bundle.OFFENCES))
                .expect(200);
        JsonObject rules = preview.getJsonArray("files").getJsonObject(0);
        assertThat(rules.getBoolean("known")).isTrue();
        assertThat(rules.getJsonObject("before")).isEqualTo(rules.getJsonObject("after"));
    }

    @Test
    void a_stranger_and_a_fault_in_a_file_are_refused_as_at_the_import() throws Exception {
        files.lawOf("2026-10-01");
        Reply older = look(files.bundle(office, TestApp.START, Bundle.RULES, Bundle.OFFENCES));
        assertThat(older.expect(422).getJsonArray("problems").getJsonObject(0).getString("reason"))
                .contains("ouder dan versie 2026-11-22");
        KeyPair stranger = P256.generate(new SecureRandom());
        Reply refused = look(files.bundle(stranger, TestApp.START, Bundle.RULES, Bundle.OFFENCES));
        assertThat(refused.expect(422).getString("code")).isEqualTo("bundle.stranger");
    }

    @Test
    void only_a_coordinator_may_look() {
        TestDevice phone = TestDevice.enrolled(app, Profile.VERWIJZER);
        byte[] bundle = files.bundle(office, TestApp.START, Bundle.RULES, Bundle.OFFENCES);
        assertThat(TestApp.await(phone.commandBytes("/rules/preview", TestDevice.newId(), bundle))
                        .status())
                .isEqualTo(403);
    }

    private Reply look(byte[] bundle) {
        return TestApp.await(laptop.commandBytes("/rules/preview", TestDevice.newId(), bundle));
    }

    private static String firstLabel(JsonObject file) {
        return file.getJsonArray("offences").getJsonObject(0).getString("label");
    }
}
