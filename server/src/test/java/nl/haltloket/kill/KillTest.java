package nl.haltloket.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The server, or PostgreSQL under it, gets SIGKILL at each point where something could be lost or done twice; both come
 * back by themselves, the screens ask again, and everything is there once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {
    /** An unanswered text rests five seconds before it is sent once more. */
    private static final Duration SENT_MAX = Duration.ofSeconds(60);

    private final Set<Attempt> handovers = new HashSet<>();
    private final Set<Attempt> receipts = new HashSet<>();
    private Site site;
    private int numbers;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        site = new Site(data);
    }

    @AfterEach
    void everything_is_there_once() throws Exception {
        try (Backstage backstage = site.backstage()) {
            for (Attempt handover : handovers) {
                assertThat(backstage.count("handover WHERE id = '" + handover.id() + "'"))
                        .isOne();
            }
            for (Attempt receipt : receipts) {
                String id = "'" + receipt.id() + "'";
                assertThat(backstage.count("case_file WHERE id = " + id)).isOne();
                assertThat(backstage.count("handover WHERE state = 'RECEIVED' AND id = " + id))
                        .isOne();
                assertThat(backstage.count(messages(receipt))).isOne();
            }
            assertThat(backstage.count("handover")).isEqualTo(handovers.size());
            assertThat(backstage.count("case_file")).isEqualTo(receipts.size());
            assertThat(backstage.count("outbox")).isEqualTo(receipts.size());
        }
        site.auditHolds();
        site.signIn();
    }

    @AfterAll
    void stops_when_asked() throws Exception {
        try {
            assertThat(site.stop().exitCode()).isEqualTo(143);
        } finally {
            site.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void before_the_commit(Victim victim) throws Exception {
        Attempt receipt = receipt();
        Attempt handover = handover();
        try (Backstage backstage = site.backstage()) {
            backstage.holdWrites("command");
            receipt.send();
            backstage.awaitWaiting(1);
            handover.send();
            backstage.awaitWaiting(2);
            site.survives(victim, "before the commit");
        }
        receipt.wentUnanswered(victim);
        handover.wentUnanswered(victim);
        try (Backstage backstage = site.backstage()) {
            assertThat(backstage.count("handover WHERE id = '" + handover.id() + "'"))
                    .isZero();
            assertThat(backstage.count("case_file WHERE id = '" + receipt.id() + "'"))
                    .isZero();
        }
        handover.gets(201);
        receipt.gets(201);
        oneTextFor(receipt);
    }

    @ParameterizedTest
    @EnumSource
    void a_handover_after_the_commit_and_before_the_answer(Victim victim) throws Exception {
        Attempt handover = handover();
        killedAfterCommit(handover, victim);
        handover.gets(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_receipt_after_the_commit_and_before_the_answer(Victim victim) throws Exception {
        Attempt receipt = receipt();
        killedAfterCommit(receipt, victim);
        receipt.gets(201);
        oneTextFor(receipt);
    }

    @ParameterizedTest
    @EnumSource
    void after_the_answer(Victim victim) throws Exception {
        Attempt receipt = receipt();
        Attempt handover = handover();
        handover.gets(201);
        receipt.gets(201);
        site.survives(victim, "after the answer");
        handover.gets(200);
        receipt.gets(201);
        oneTextFor(receipt);
    }

    /** With the server dies its memory of what it sent; PostgreSQL alone must not cost a second text. */
    @ParameterizedTest
    @EnumSource
    void between_a_text_and_the_answer_of_the_gateway(Victim victim) throws Exception {
        Attempt receipt = receipt();
        site.gateway().tell(new JsonObject().put("hold", true));
        receipt.gets(201);
        site.gateway().await("held");
        site.survives(victim, "between submit_sm and its answer");
        site.gateway().tell(new JsonObject().put("hold", false));
        receipt.gets(201);
        oneTextFor(receipt);
        try (Backstage backstage = site.backstage()) {
            assertThat(backstage.count(messages(receipt) + " AND doubts > 0 AND possible_double"))
                    .isEqualTo(victim == Victim.SERVER ? 1 : 0);
        }
    }

    private void killedAfterCommit(Attempt attempt, Victim victim) throws Exception {
        try (Backstage backstage = site.backstage()) {
            backstage.holdCommits();
            attempt.send();
            backstage.awaitHeldRequest();
            site.survives(victim, "after the commit");
        }
        attempt.wentUnanswered(victim);
    }

    private Attempt handover() {
        Attempt handover = Attempt.handover(site.phone());
        handovers.add(handover);
        return handover;
    }

    /** Of a juvenile who was handed over before. */
    private Attempt receipt() {
        Attempt before = handover();
        before.gets(201);
        numbers++;
        Attempt receipt = Attempt.receipt(site.tablet(), before.id(), "06 123456%02d".formatted(numbers));
        receipts.add(receipt);
        return receipt;
    }

    /** At the parent's telephone; twice only when the desk has written down that it may be. */
    private void oneTextFor(Attempt receipt) throws Exception {
        String number = "316123456%02d".formatted(numbers);
        try (Backstage backstage = site.backstage()) {
            String accepted = messages(receipt) + " AND state IN ('ACCEPTED', 'DELIVERED')";
            await().atMost(SENT_MAX).until(() -> backstage.count(accepted) == 1);
            boolean doubted = backstage.count(messages(receipt) + " AND possible_double") == 1;
            assertThat(site.gateway().to(number)).isBetween(1L, doubted ? 2L : 1L);
        }
    }

    private static String messages(Attempt receipt) {
        return "outbox WHERE case_id = '" + receipt.id() + "'";
    }
}
