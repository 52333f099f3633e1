package nl.haltloket.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestIntake;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of states against the real server: every path without a loop that the desk can walk by HTTP, every step that
 * the table lists, and of every other step that neither the service nor any request takes it.
 */
class CaseModelTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final TestIntake DESK = new TestIntake(TABLET);

    /** The transfer has steps of its own. */
    private static final Set<CaseState> AT_THE_DESK =
            EnumSet.complementOf(EnumSet.of(CaseState.TRANSFERRED, CaseState.ERASED));

    /** The shortest way to every state. */
    private static final Map<CaseState, List<CaseState>> WAYS = Map.ofEntries(
            Map.entry(CaseState.OPENED, List.of()),
            Map.entry(CaseState.PENDING_APPROVAL, List.of(CaseState.PENDING_APPROVAL)),
            Map.entry(CaseState.INTAKE, List.of(CaseState.INTAKE)),
            Map.entry(CaseState.NOT_FIT_NOW, List.of(CaseState.NOT_FIT_NOW)),
            Map.entry(CaseState.OFFERED, List.of(CaseState.INTAKE, CaseState.OFFERED)),
            Map.entry(
                    CaseState.PENDING_GUARDIAN,
                    List.of(CaseState.INTAKE, CaseState.OFFERED, CaseState.PENDING_GUARDIAN)),
            Map.entry(CaseState.AGREED, List.of(CaseState.INTAKE, CaseState.OFFERED, CaseState.AGREED)),
            Map.entry(
                    CaseState.SCHEDULED,
                    List.of(CaseState.INTAKE, CaseState.OFFERED, CaseState.AGREED, CaseState.SCHEDULED)),
            Map.entry(CaseState.RETURNED, List.of(CaseState.RETURNED)),
            Map.entry(CaseState.LEFT, List.of(CaseState.LEFT)),
            Map.entry(CaseState.TRANSFERRED, List.of(CaseState.LEFT, CaseState.TRANSFERRED)),
            Map.entry(CaseState.ERASED, List.of(CaseState.LEFT, CaseState.TRANSFERRED, CaseState.ERASED)));

    private record Walk(UUID id, JsonObject mother) {}

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void the_desk_walks_every_path_of_the_table() {
        List<List<CaseState>> paths = new ArrayList<>();
        paths(List.of(CaseState.OPENED), paths);
        assertThat(paths).hasSizeGreaterThan(20);
        for (List<CaseState> path : paths) {
            Walk walk = begin();
            CaseState at = CaseState.OPENED;
            for (CaseState next : path.subList(1, path.size())) {
                take(walk, at, next);
                assertThat(state(walk)).as("%s to %s on %s", at, next, path).isEqualTo(next);
                at = next;
            }
        }
    }

    /** All without a loop, to where the desk can go no further. */
    private static void paths(List<CaseState> soFar, List<List<CaseState>> all) {
        List<CaseState> nexts = AT_THE_DESK.stream()
                .filter(next -> soFar.getLast().canBecome(next) && !soFar.contains(next))
                .toList();
        if (nexts.isEmpty()) {
            all.add(soFar);
        }
        for (CaseState next : nexts) {
            List<CaseState> longer = new ArrayList<>(soFar);
            longer.add(next);
            paths(longer, all);
        }
    }

    static Stream<Arguments> edges() {
        return Arrays.stream(CaseState.values()).flatMap(from -> Arrays.stream(CaseState.values())
                .filter(from::canBecome)
                .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void the_service_takes_a_listed_step(CaseState from, CaseState to) {
        Walk walk = in(from);
        assertThat(TestApp.await(step(walk, to)).state()).isEqualTo(to);
        assertThat(state(walk)).isEqualTo(to);
        assertThat(APP.count(
                        "audit_entry WHERE subject = $1 AND actor = 'system' AND facts LIKE $2",
                        "case:" + walk.id(),
                        to + " %model"))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void nothing_takes_a_step_that_is_not_listed(CaseState from) {
        Walk walk = in(from);
        for (CaseState to : CaseState.values()) {
            if (!from.canBecome(to)) {
                assertThatThrownBy(() -> TestApp.await(step(walk, to)))
                        .as("%s to %s by the service", from, to)
                        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                                .isEqualTo("case.step"));
                assertThat(state(walk)).isEqualTo(from);
                if (to != from) {
                    refused(walk, from, to);
                }
            }
        }
    }

    /** What is only kept beside the state, such as a consent after the appointment, is taken and moves nothing. */
    private static void refused(Walk walk, CaseState from, CaseState to) {
        List<Reply> replies = requests(walk, to);
        assertThat(state(walk)).as("%s to %s by HTTP", from, to).isEqualTo(from);
        boolean kept = from == CaseState.SCHEDULED && to == CaseState.AGREED;
        if (!kept) {
            assertThat(replies).allSatisfy(reply -> assertThat(reply.status())
                    .as("%s to %s by HTTP: %s", from, to, reply.outcome())
                    .isBetween(400, 499));
        }
    }

    /** Every request that can lead to a state. */
    private static List<Reply> requests(Walk walk, CaseState to) {
        UUID id = walk.id();
        Reply word = TABLET.move(id, to.name(), reason(to));
        return switch (to) {
            case OFFERED -> List.of(word, DESK.handOver(id));
            case AGREED -> List.of(word, DESK.decide(id, DESK.guardian(id, walk.mother(), "YES")));
            case PENDING_GUARDIAN -> List.of(word, DESK.decide(id, DESK.juvenile(id, "YES")));
            case SCHEDULED -> List.of(word, DESK.send(id, "appointment", new JsonObject()));
            case RETURNED -> List.of(word, DESK.decide(id, DESK.juvenile(id, "NO")));
            default -> List.of(word);
        };
    }

    /** By the requests that the screens send. */
    private static void take(Walk walk, CaseState from, CaseState to) {
        UUID id = walk.id();
        switch (to) {
            case OFFERED -> {
                TABLET.showRights(id);
                DESK.handOver(id).expect(201);
            }
            case AGREED -> {
                DESK.decide(id, DESK.guardian(id, walk.mother(), "YES")).expect(201);
                if (from == CaseState.OFFERED) {
                    DESK.decide(id, DESK.juvenile(id, "YES")).expect(201);
                }
            }
            case PENDING_GUARDIAN -> DESK.decide(id, DESK.juvenile(id, "YES")).expect(201);
            case SCHEDULED -> DESK.schedule(id, "2026-12-01").expect(200);
            case TRANSFERRED, ERASED -> TestApp.await(step(walk, to));
            default -> TABLET.move(id, to.name(), reason(to)).expect(200);
        }
    }

    private static Future<CaseService.Standing> step(Walk walk, CaseState to) {
        return APP.database().inTransaction(tx -> APP.app().cases().step(tx, walk.id(), to, null, "model"));
    }

    private static @Nullable String reason(CaseState to) {
        return switch (to) {
            case RETURNED -> "DECLINED_BY_HALT";
            case LEFT -> "PICKED_UP";
            default -> null;
        };
    }

    private static Walk in(CaseState state) {
        Walk walk = begin();
        CaseState at = CaseState.OPENED;
        for (CaseState next : WAYS.getOrDefault(state, List.of())) {
            take(walk, at, next);
            at = next;
        }
        assertThat(state(walk)).isEqualTo(state);
        return walk;
    }

    private static Walk begin() {
        Walk walk = new Walk(PHONE.handOver(), TestTablet.guardian());
        TABLET.receive(walk.id(), walk.mother()).expect(201);
        return walk;
    }

    private static CaseState state(Walk walk) {
        return CaseState.valueOf(APP.rows("SELECT state FROM case_file WHERE id = $1", walk.id())
                .getFirst()
                .getString("state"));
    }
}
