package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.testing.ContractCheck;
import nl.haltloket.testing.ContractCheck.Operation;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, called by everyone who is listed for it and by everyone who is not. */
class AccessTest {
    private static final Set<String> ENDS_SESSION = Set.of("endSession", "lockSession");
    private static final TestApp APP = new TestApp();
    private static final List<Visitor> VISITORS = new ArrayList<>();
    private static final UUID HELD_CASE = new TestPhone(APP).handOver();

    /** A device with or without a worker, and what it is in the words of {@code x-access}. */
    record Visitor(String name, Set<String> is, TestDevice device) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void enrol() {
        VISITORS.add(new Visitor("phone", Set.of("verwijzer"), TestDevice.enrolled(APP, Profile.VERWIJZER)));
        VISITORS.add(new Visitor("tablet", Set.of("loket"), TestDevice.enrolled(APP, Profile.LOKET)));
        VISITORS.add(new Visitor(
                "tablet with a worker",
                Set.of("loket", "loket/WORKER"),
                TestDevice.signedIn(APP, Profile.LOKET, "fatima")));
        VISITORS.add(new Visitor("tablet with a juvenile", Set.of("juvenile"), heldByJuvenile()));
        VISITORS.add(new Visitor("laptop", Set.of("beheer"), TestDevice.enrolled(APP, Profile.BEHEER)));
        VISITORS.add(new Visitor(
                "laptop with a worker",
                Set.of("beheer", "beheer/WORKER"),
                TestDevice.signedIn(APP, Profile.BEHEER, "fatima")));
        VISITORS.add(new Visitor(
                "laptop with a coordinator",
                Set.of("beheer", "beheer/WORKER", "beheer/COORDINATOR"),
                TestDevice.signedIn(APP, Profile.BEHEER, "anneke")));
    }

    private static TestDevice heldByJuvenile() {
        TestTablet tablet = new TestTablet(APP, "fatima");
        tablet.receive(HELD_CASE, TestTablet.guardian()).expect(201);
        tablet.device().giveToJuvenile(HELD_CASE);
        return tablet.device();
    }

    @AfterAll
    static void stop() {
        APP.close();
    }

    static Stream<Operation> closed() {
        return ContractCheck.operations().stream()
                .filter(operation -> !operation.access().contains("public")
                        && !operation.access().contains("gateway"));
    }

    static Stream<Operation> open() {
        return ContractCheck.operations().stream()
                .filter(operation -> operation.access().contains("public"));
    }

    static Stream<Arguments> strangers() {
        return closed().flatMap(operation -> Stream.of(
                        "phone",
                        "tablet",
                        "tablet with a worker",
                        "tablet with a juvenile",
                        "laptop",
                        "laptop with a worker",
                        "laptop with a coordinator")
                .map(name -> Arguments.of(operation, name)));
    }

    @ParameterizedTest
    @MethodSource("closed")
    void nobody_is_refused_as_unknown(Operation operation) {
        Reply reply = TestApp.await(APP.send(operation.method(), "/api/v1" + filled(operation.path()), Map.of(), null));
        assertThat(reply.outcome()).isEqualTo("401 access.unknown");
        assertThat(reply.json().getString("title")).isEqualTo("Dit toestel is nog niet aangemeld.");
        assertThat(reply.json().getString("instance")).endsWith(reply.headers().get("Request-Id"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void who_is_not_listed_is_refused(Operation operation, String name) {
        Visitor visitor = VISITORS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (operation.access().stream().anyMatch(visitor.is()::contains)) {
            return;
        }
        Reply reply = TestApp.await(
                visitor.device().send(operation.method(), filled(operation.path(), visitor), Map.of(), null));
        assertThat(reply.outcome()).isEqualTo(expected(operation, visitor));
        assertThat(reply.json().getString("title")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void who_is_listed_is_let_in(Operation operation, String name) {
        Visitor visitor = VISITORS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (operation.access().stream().noneMatch(visitor.is()::contains)
                || operation.path().endsWith("/stream")) {
            return;
        }
        String before = visitor.device().token();
        Reply reply = TestApp.await(
                visitor.device().send(operation.method(), filled(operation.path(), visitor), Map.of(), null));
        assertThat(reply.status()).as(reply.outcome()).isNotIn(401, 403).isLessThan(500);
        if (ENDS_SESSION.contains(operation.id()) && visitor.is().size() > 1) {
            visitor.device().use(before);
            visitor.device().renew().expect(201);
            visitor.device()
                    .signIn(name.endsWith("coordinator") ? "anneke" : "fatima")
                    .expect(201);
        }
    }

    /** A stream that is opened does not answer at once, so these stand apart. */
    @Test
    void who_is_listed_may_follow() {
        assertThat(VISITORS.getFirst()
                        .device()
                        .get("/handovers/" + TestDevice.newId() + "/stream")
                        .outcome())
                .isEqualTo("404 handover.unknown");
        assertThat(ContractCheck.operations().stream()
                        .filter(operation -> operation.path().endsWith("/stream"))
                        .map(Operation::id))
                .containsExactlyInAnyOrder("streamHandover", "streamBoard", "streamSessions");
    }

    static Stream<Operation> outside() {
        return ContractCheck.operations().stream()
                .filter(operation -> operation.access().contains("gateway"));
    }

    /** Which gateways there are is nobody's business: without one, nothing is there, whoever asks. */
    @ParameterizedTest
    @MethodSource("outside")
    void what_is_for_gateways_lets_in_no_device(Operation operation) {
        for (Visitor visitor : VISITORS) {
            Reply reply = TestApp.await(
                    visitor.device().send(operation.method(), filled(operation.path(), visitor), Map.of(), null));
            assertThat(reply.outcome()).as(visitor.name()).isEqualTo("404 gateway.unknown");
        }
    }

    @ParameterizedTest
    @MethodSource("open")
    void what_is_public_asks_nobody_who_it_is(Operation operation) {
        Reply reply = TestApp.await(APP.send(operation.method(), "/api/v1" + filled(operation.path()), Map.of(), null));
        assertThat(reply.outcome()).isNotIn("401 access.unknown", "403 access.denied");
        assertThat(reply.status()).isLessThan(500);
    }

    /** On the right device without a worker, the way on is to sign in. */
    private static String expected(Operation operation, Visitor visitor) {
        String profile = visitor.is().stream()
                .filter(entry -> !entry.contains("/"))
                .findFirst()
                .orElseThrow();
        boolean signedIn = visitor.is().size() > 1;
        boolean forItsWorker = operation.access().stream().anyMatch(entry -> entry.startsWith(profile + "/"));
        return !signedIn && forItsWorker ? "401 session.none" : "403 access.denied";
    }

    /** A juvenile has one case, and others are somebody else's. */
    private static String filled(String path, Visitor visitor) {
        return filled(visitor.is().contains("juvenile") ? path.replace("{caseId}", HELD_CASE.toString()) : path);
    }

    private static String filled(String path) {
        return path.replace("{code}", "1234567C")
                .replace("{section}", "identity")
                .replaceAll("\\{\\w+}", TestDevice.newId().toString());
    }
}
