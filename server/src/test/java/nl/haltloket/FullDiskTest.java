package nl.haltloket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.SmallDisk;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Check;
import org.junit.jupiter.api.Test;

/** A disk without room: what was acknowledged stays, the rest is refused in words and taken when there is room. */
class FullDiskTest {
    private static final int TABLES_MEGABYTES = 24;
    private static final int TRIES_MAX = 500;

    @Test
    void a_full_disk_refuses_in_words_and_loses_nothing() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(TABLES_MEGABYTES);
                TestApp app = new TestApp(disk.newDirectory("tables"))) {
            TestPhone phone = new TestPhone(app);
            TestTablet tablet = new TestTablet(app, "fatima");
            List<UUID> acknowledged = new ArrayList<>(List.of(phone.handOver()));
            disk.fill();
            TestEnvelope refused = handOverUntilRefused(phone, acknowledged);

            tablet.device().get("/board").expect(200);
            disk.free();
            phone.submit(refused).expect(201);
            acknowledged.add(refused.id());
            assertThat(app.count("handover")).isEqualTo(acknowledged.size());
            acknowledged.forEach(id -> phone.device().get("/handovers/" + id).expect(200));
            tablet.receive(refused.id(), TestTablet.guardian()).expect(201);
        }
    }

    @Test
    void a_disk_with_little_room_is_told() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(96)) {
            assertThat(room(disk).status()).isEqualTo(Check.Status.WARN);
            disk.fill();
            assertThat(room(disk)).isEqualTo(Check.fail("De schijf is vol: nog 0 MB vrij. Maak ruimte."));
            disk.free();
            assertThat(room(disk).status()).isEqualTo(Check.Status.WARN);
        }
    }

    private static Check room(SmallDisk disk) throws IOException {
        return Checks.disk(Files.getFileStore(disk.directory()).getUsableSpace());
    }

    /** The pages that PostgreSQL already has take some more first. */
    private static TestEnvelope handOverUntilRefused(TestPhone phone, List<UUID> acknowledged) {
        for (int i = 0; i < TRIES_MAX; i++) {
            TestEnvelope envelope = phone.envelope();
            Reply reply = phone.submit(envelope);
            if (reply.status() != 201) {
                assertThat(reply.outcome()).isEqualTo("507 disk.full");
                assertThat(reply.json().getString("title")).startsWith("De schijf van het loket is vol.");
                return envelope;
            }
            acknowledged.add(envelope.id());
        }
        throw new AssertionError("The disk never filled");
    }
}
