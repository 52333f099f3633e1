package nl.haltloket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups handed over in a minute, and two tablets that receive them together. */
class GroupOfFiveTest {
    private final TestApp app = TestApp.withoutGateway();
    private final TestTablet fatima = new TestTablet(app, "fatima");
    private final TestTablet joris = new TestTablet(app, "joris");

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void five_juveniles_of_one_phone_are_five_rows_that_say_how_many_came_together() {
        TestPhone phone = new TestPhone(app);
        for (int i = 0; i < 5; i++) {
            phone.handOver();
        }
        UUID alone = new TestPhone(app).handOver();
        List<JsonObject> rows = rows();
        assertThat(rows).hasSize(6);
        assertThat(rows)
                .extracting(row -> row.getJsonObject("ticket").getInteger("number"))
                .doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.getInteger("together")).containsExactlyInAnyOrder(5, 5, 5, 5, 5, 1);
        assertThat(rows.stream().filter(row -> row.getInteger("together") == 1))
                .extracting(row -> row.getString("id"))
                .containsExactly(alone.toString());
    }

    @Test
    void groups_of_five_phones_at_once_are_each_received_once_by_one_of_two_tablets() {
        List<TestPhone> phones =
                Stream.generate(() -> new TestPhone(app)).limit(5).toList();
        List<UUID> ids = phones.stream()
                .flatMap(phone -> Stream.generate(phone::envelope).limit(5).map(envelope -> {
                    phone.submit(envelope).expect(201);
                    return envelope.id();
                }))
                .toList();
        List<Future<Reply>> sent = ids.stream()
                .flatMap(id -> Stream.of(receive(fatima, id), receive(joris, id)))
                .toList();
        TestApp.await(Future.join(sent));
        assertThat(sent.stream().map(Future::result).map(Reply::outcome).filter("201"::equals))
                .hasSize(25);
        assertThat(sent.stream()
                        .map(Future::result)
                        .filter(reply -> reply.status() != 201)
                        .map(reply -> reply.outcome() + " "
                                + List.of("Fatima Oefenaar", "Joris Voorbeeld")
                                        .contains(reply.json().getString("by"))))
                .hasSize(25)
                .containsOnly("409 handover.already-received true");
        assertThat(app.count("case_file")).isEqualTo(25);
        assertThat(app.count("outbox")).isEqualTo(25);
        assertThat(rows()).hasSize(25);
    }

    private static Future<Reply> receive(TestTablet tablet, UUID id) {
        return tablet.device()
                .command(HttpMethod.POST, "/cases", TestDevice.newId(), TestTablet.receipt(id, TestTablet.guardian()));
    }

    private List<JsonObject> rows() {
        return fatima.device().get("/board").expect(200).getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
