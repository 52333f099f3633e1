package nl.haltloket.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** In a drill somebody answers as the guardian: over SMPP, as from a real phone. */
class DrillReplyTest {
    private static final TestApp APP = new TestApp();
    private static final TestDevice LAPTOP = TestDevice.coordinator(APP, "anneke");
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final TestPhone PHONE = new TestPhone(APP);

    private final UUID id = PHONE.handOver();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void an_answer_is_in_the_case_when_the_command_is_answered() {
        String messageId = textedTo("06 12345601");
        answer(messageId, "Ik kom eraan.").expect(200);
        answer(messageId, "Geldt € 5 € ook? Ёж").expect(200);
        assertThat(TABLET.device().get("/cases/" + id + "/thread").expect(200).encode())
                .contains("Ik kom eraan.", "Geldt € 5 € ook? Ёж");
        assertThat(APP.count("reply WHERE case_id = $1 AND cause = 'NUMBER'", id))
                .isEqualTo(2);
    }

    @Test
    void refused_when_too_long_for_one_text_empty_or_for_a_message_that_is_gone() {
        String messageId = textedTo("06 12345602");
        assertThat(answer(messageId, "a".repeat(161)).outcome()).isEqualTo("422 drill.reply-length");
        assertThat(answer(messageId, "Ж".repeat(71)).outcome()).isEqualTo("422 drill.reply-length");
        assertThat(answer(messageId, " ").outcome()).isEqualTo("422 drill.reply-length");
        assertThat(answer("abc", "Hallo").outcome()).isEqualTo("404 drill.no-message");
        assertThat(TABLET.device()
                        .command("/drill/messages/" + messageId + "/reply", new JsonObject().put("text", "Hallo"))
                        .outcome())
                .isEqualTo("403 access.denied");
        assertThat(APP.count("reply WHERE case_id = $1", id)).isZero();
    }

    /** Gives the id of the text at the simulator. */
    private String textedTo(String number) {
        TABLET.receive(id, TestTablet.guardian().put("number", number)).expect(201);
        String lastDigits = number.substring(number.length() - 2);
        return await().until(() -> messageTo(lastDigits), found -> !found.isEmpty());
    }

    private static String messageTo(String lastDigits) {
        return LAPTOP.get("/drill/messages").expect(200).getJsonArray("messages").stream()
                .map(JsonObject.class::cast)
                .filter(message -> message.getString("number").endsWith(lastDigits))
                .map(message -> message.getString("id"))
                .findFirst()
                .orElse("");
    }

    private static Reply answer(String messageId, String text) {
        return LAPTOP.command("/drill/messages/" + messageId + "/reply", new JsonObject().put("text", text));
    }
}
