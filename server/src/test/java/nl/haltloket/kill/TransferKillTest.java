package nl.haltloket.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import nl.haltloket.testing.ReceiverPeer;
import nl.haltloket.testing.ReceiverPeer.Fault;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestIntake;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server gets SIGKILL when its receiver has the package and nobody here knows so. */
class TransferKillTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_package_whose_receipt_died_with_the_server_is_sent_again_as_it_was_and_confirmed_once(
            @TempDir Path directory) throws Exception {
        Vertx vertx = Vertx.vertx();
        ReceiverPeer receiver = new ReceiverPeer(vertx, Files.createDirectory(directory.resolve("receiver")));
        Path _ = receiver.configuration();
        try (Site site = new Site(directory.resolve("data"), directory.resolve("receiver"))) {
            UUID id = scheduled(site);
            receiver.next(Fault.MUTE);
            site.tablet().command("/cases/" + id + "/transfer", null).expect(202);
            await().atMost(PATIENCE).until(() -> receiver.taken().size() == 1);
            site.survives(Victim.SERVER, "between a package and its receipt");
            await().atMost(PATIENCE)
                    .until(() -> look(site, id).getString("state").equals("ERASED"));
            theSamePackageTwice(receiver.taken());
            assertThat(look(site, id).getJsonArray("transfers")).singleElement().satisfies(one -> assertThat(
                            ((JsonObject) one).getString("progress"))
                    .isEqualTo("DONE"));
            oneReceipt(site, id);
            site.auditHolds();
        } finally {
            receiver.goDown();
            TestApp.await(vertx.close());
        }
    }

    private static UUID scheduled(Site site) {
        Attempt handover = Attempt.handover(site.phone());
        handover.gets(201);
        UUID id = handover.id();
        Attempt.receipt(site.tablet(), id, "06 12345678").gets(201);
        TestTablet tablet = new TestTablet(site.tablet());
        TestIntake desk = new TestIntake(tablet);
        tablet.speak(
                id, desk.file(id).getJsonArray("guardians").getJsonObject(0).getString("id"));
        tablet.beginIntake(id);
        tablet.move(id, "NOT_FIT_NOW", null).expect(200);
        TestApp.await(tablet.save(id, "pickup", 0, new JsonObject().put("mayLeaveAlone", true)))
                .expect(200);
        desk.schedule(
                        id,
                        LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(9).toString())
                .expect(200);
        return id;
    }

    private static JsonObject look(Site site, UUID id) {
        return site.tablet().get("/cases/" + id + "/transfer").expect(200);
    }

    private static void theSamePackageTwice(List<ReceiverPeer.Taken> taken) {
        assertThat(taken).hasSize(2);
        assertThat(taken.get(1).key()).isEqualTo(taken.get(0).key());
        assertThat(taken.get(1).sealed()).isEqualTo(taken.get(0).sealed());
    }

    private static void oneReceipt(Site site, UUID id) throws Exception {
        try (Backstage backstage = site.backstage()) {
            String lines = "audit_entry WHERE subject = 'case:" + id + "' AND facts LIKE 'transfer % ";
            assertThat(backstage.count(lines + "package %'")).isOne();
            assertThat(backstage.count(lines + "receipt %'")).isOne();
            assertThat(backstage.count("transfer WHERE case_id = '" + id + "'")).isOne();
        }
    }
}
