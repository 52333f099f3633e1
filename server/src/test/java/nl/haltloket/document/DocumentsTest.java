package nl.haltloket.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.haltloket.paper.PaperReader;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of a case by HTTP, and the templates for the coordinator. */
class DocumentsTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet FATIMA = new TestTablet(APP, "fatima");
    private static final TestDevice LAPTOP = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");

    private final UUID id = PHONE.handOver();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RIGHTS", "OFFER", "LEAFLET", "CONSENT", "GUARDIAN_CONSENT", "GUARDIAN_INFORMATION"})
    void a_document_is_shown_with_its_text_and_the_hash_of_it(String document) throws Exception {
        receive();
        JsonObject shown = shown(document, "nl").expect(200);
        assertThat(shown.getBoolean("signedOff")).isTrue();
        assertThat(shown.getString("text")).doesNotContain("{").startsWith(shown.getString("title") + "\n");
        byte[] utf8 = shown.getString("text").getBytes(StandardCharsets.UTF_8);
        assertThat(shown.getString("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(utf8)));
        assertThat(shown(document, "nl").expect(200)).isEqualTo(shown);
        assertThat(APP.count(
                        "audit_entry WHERE subject = $1 AND facts = $2",
                        "case:" + id,
                        "document " + document + " nl 1"))
                .isEqualTo(2);
    }

    @Test
    void a_language_that_nobody_signed_off_comes_with_a_notice_and_is_no_offer() {
        receive();
        JsonObject arabic = shown("OFFER", "ar").expect(200);
        assertThat(arabic.getBoolean("signedOff")).isFalse();
        assertThat(arabic.getBoolean("rightToLeft")).isTrue();
        assertThat(arabic.getString("notice")).contains("النص الهولندي");
        assertThat(shown("OFFER", "en").expect(200).containsKey("notice")).isFalse();
        assertThat(shown("RECEIPT", "en").outcome()).isEqualTo("404 document.language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rights",
                "offer",
                "leaflet",
                "consent",
                "guardian-consent",
                "guardian-information",
                "receipt",
                "receipt-slip"
            })
    void each_document_is_printed_and_each_print_recorded(String file) throws Exception {
        receive();
        Reply pdf = FATIMA.device().get("/cases/" + id + "/documents/" + file + ".pdf");
        assertThat(pdf.mediaType()).isEqualTo("application/pdf");
        assertThat(PaperReader.text(pdf.body().getBytes())).contains("OEFENING");
        assertThat(APP.count("audit_entry WHERE subject = $1 AND action = 'PRINT'", "case:" + id))
                .isOne();
    }

    @Test
    void the_receipt_names_its_number_and_the_head_of_the_chain_and_no_juvenile() throws Exception {
        receive();
        byte[] pdf = FATIMA.device()
                .get("/cases/" + id + "/documents/receipt.pdf")
                .body()
                .getBytes();
        String text = PaperReader.text(pdf);
        var row = APP.rows("""
                SELECT h.receipt_number, encode(a.hash, 'hex') AS head FROM handover h, audit_entry a
                WHERE h.case_id = $1 AND a.subject = 'case:' || $1::text AND a.action = 'PROVISION'""", id).getFirst();
        assertThat(text)
                .contains(row.getString("receipt_number"))
                .contains(row.getString("head"))
                .doesNotContain("Voorbeeld");
        assertThat(PaperReader.qrCodes(pdf, 0, 1, 1)).singleElement().asString().startsWith("halt-loket/receipt/1/");
    }

    @ParameterizedTest
    @CsvSource({
        "RETURNED, DECLINED_BY_HALT, Halt neemt de zaak niet aan.",
        "LEFT, PICKED_UP, De jongere is opgehaald. Er is geen afspraak gemaakt.",
    })
    void the_negative_report_exists_only_once_halt_does_not_go_on(String state, String reason, String says)
            throws Exception {
        receive();
        String path = "/cases/" + id + "/documents/negative-report.pdf";
        assertThat(FATIMA.device().get(path).outcome()).isEqualTo("409 document.not-returned");
        FATIMA.move(id, state, reason).expect(200);
        assertThat(PaperReader.text(FATIMA.device().get(path).body().getBytes()))
                .contains(PaperReader.squeezed(says));
    }

    @Test
    void the_letter_says_whom_to_call_with_which_code_and_nothing_of_what_happened() throws Exception {
        JsonObject guardian = TestTablet.guardian();
        FATIMA.receive(id, guardian).expect(201);
        String path = "/cases/" + id + "/guardians/" + guardian.getString("id") + "/letter.pdf";
        String code = APP.rows("SELECT code FROM case_code WHERE case_id = $1", id)
                .getFirst()
                .getString("code");
        for (String language : List.of("nl", "en", "ar")) {
            String text = PaperReader.text(
                    FATIMA.device().get(path + "?language=" + language).body().getBytes());
            assertThat(text)
                    .contains(code)
                    .doesNotContainIgnoringCase("verdacht", "alcohol", "overtreding", "misdrijf", "offence", "crime");
        }
        assertThat(shown("GUARDIAN_LETTER", "nl").outcome()).isEqualTo("422 document.for-guardian");
    }

    @Test
    void a_coordinator_sees_every_document_and_previews_it_for_each_kind_of_case() throws Exception {
        JsonObject overview = LAPTOP.get("/documents").expect(200);
        assertThat(overview.getJsonArray("kinds")).hasSize(DocumentId.values().length);
        String path = "/documents/RIGHTS/nl/versions/1/preview";
        assertThat(LAPTOP.get(path).expect(200).getString("text")).contains("overtreding", "Je mag weg");
        assertThat(LAPTOP.get(path + "?offence=CRIME&manner=ARRESTED&age=FROM_16")
                        .expect(200)
                        .getString("text"))
                .contains("misdrijf", "Je bent aangehouden. Dan krijg je altijd een advocaat.", "16 of 17")
                .doesNotContain("Je mag weg als je wilt");
        assertThat(PaperReader.text(
                        LAPTOP.get(path + ".pdf?offence=CRIME").body().getBytes()))
                .contains("misdrijf");
        assertThat(LAPTOP.get("/documents/RIGHTS/nl/versions/9/preview").outcome())
                .isEqualTo("404 document.unknown");
    }

    @Test
    void a_draft_counts_from_when_a_coordinator_signs_it_off() {
        receive();
        assertThat(shown("RIGHTS", "de").expect(200).getBoolean("signedOff")).isFalse();
        String path = "/documents/RIGHTS/de/versions/1/signature";
        LAPTOP.command(path, null).expect(201);
        assertThat(shown("RIGHTS", "de").expect(200).getBoolean("signedOff")).isTrue();
        assertThat(LAPTOP.command(path, null).outcome()).isEqualTo("409 document.signed");
        assertThat(signer("RIGHTS", "de")).isEqualTo("Anneke Proefpersoon");
        assertThat(APP.rows("SELECT facts FROM audit_entry WHERE subject = 'document:RIGHTS:de'"))
                .extracting(row -> row.getString("facts"))
                .containsExactly("signed version 1");
        assertThat(FATIMA.device().command(path, null).status()).isEqualTo(403);
    }

    private static String signer(String document, String language) {
        JsonArray documents = LAPTOP.get("/documents").expect(200).getJsonArray("documents");
        return documents.stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("id").equals(document)
                        && one.getString("language").equals(language))
                .map(one -> one.getJsonArray("versions").getJsonObject(0).getString("signedBy"))
                .findFirst()
                .orElseThrow();
    }

    private void receive() {
        FATIMA.receive(id, TestTablet.guardian()).expect(201);
    }

    private Reply shown(String document, String language) {
        return FATIMA.device().get("/cases/" + id + "/shown/" + document + "?language=" + language);
    }
}
