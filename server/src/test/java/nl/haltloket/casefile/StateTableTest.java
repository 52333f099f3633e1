package nl.haltloket.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.haltloket.casefile.Change.Reason;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.handover.HandoverState;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The three state machines against the table of the design: every pair that it does not list is refused. */
class StateTableTest {
    private static final String HANDOVER = """
            CAPTURED: SUBMITTED
            SUBMITTED: RECEIVED DECLINED WITHDRAWN EXPIRED
            """;

    private static final String CASE = """
            OPENED: INTAKE PENDING_APPROVAL NOT_FIT_NOW RETURNED LEFT
            PENDING_APPROVAL: INTAKE RETURNED LEFT
            INTAKE: OFFERED PENDING_APPROVAL NOT_FIT_NOW RETURNED LEFT
            NOT_FIT_NOW: INTAKE SCHEDULED LEFT
            OFFERED: AGREED PENDING_GUARDIAN NOT_FIT_NOW RETURNED LEFT
            PENDING_GUARDIAN: AGREED SCHEDULED RETURNED LEFT
            AGREED: SCHEDULED RETURNED LEFT
            SCHEDULED: TRANSFERRED RETURNED
            RETURNED: TRANSFERRED
            LEFT: TRANSFERRED
            TRANSFERRED: ERASED
            """;

    private static final String CONTACT = """
            NOT_TRIED: SMS_ACCEPTED SMS_FAILED CALL_DUE REACHED DO_NOT_CONTACT
            SMS_ACCEPTED: SMS_DELIVERED SMS_FAILED CALL_DUE REACHED DO_NOT_CONTACT
            SMS_DELIVERED: CALL_DUE REACHED DO_NOT_CONTACT
            SMS_FAILED: CALL_DUE REACHED DO_NOT_CONTACT
            CALL_DUE: REACHED NOT_REACHED DO_NOT_CONTACT
            NOT_REACHED: CALL_DUE REACHED DO_NOT_CONTACT
            """;

    /** Offer, consent, appointment and transfer have commands of their own. */
    private static final Set<CaseState> BY_WORD = Set.of(
            CaseState.INTAKE, CaseState.PENDING_APPROVAL, CaseState.NOT_FIT_NOW, CaseState.RETURNED, CaseState.LEFT);

    @Test
    void a_handover_takes_the_listed_steps_only() {
        assertTable(HANDOVER, HandoverState.values(), HandoverState::canBecome);
    }

    @Test
    void a_case_takes_the_listed_steps_only() {
        assertTable(CASE, CaseState.values(), CaseState::canBecome);
    }

    @Test
    void a_contact_takes_the_listed_steps_only() {
        assertTable(CONTACT, ContactState.values(), ContactState::canBecome);
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(CaseState.values())
                .flatMap(from -> Arrays.stream(CaseState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_worker_may_ask_for_a_listed_step_that_needs_no_more_than_a_word(CaseState from, CaseState to) {
        Change change = new Change(to, Reason.NOT_HALT, null, null);
        if (!next(CASE, from.name()).contains(to.name())) {
            assertRefused(change, from, "case.step");
        } else if (!BY_WORD.contains(to)) {
            assertRefused(change, from, "case.step-needs-more");
        } else {
            assertThat(change.checked(from)).isEqualTo(from);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseState.class,
            names = {"RETURNED", "LEFT"})
    void an_end_without_a_reason_is_refused(CaseState to) {
        assertRefused(new Change(to, null, null, null), CaseState.INTAKE, "case.reason-missing");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void a_case_goes_back_for_a_legal_reason_only(Reason reason) {
        Change change = new Change(CaseState.RETURNED, reason, null, null);
        Set<Reason> legal = Set.of(
                Reason.REFUSED_BY_JUVENILE,
                Reason.REFUSED_BY_GUARDIAN,
                Reason.DECLINED_BY_HALT,
                Reason.NOT_HALT,
                Reason.CONSENT_WITHDRAWN);
        if (legal.contains(reason)) {
            assertThatCode(() -> change.checked(CaseState.INTAKE)).doesNotThrowAnyException();
        } else {
            assertRefused(change, CaseState.INTAKE, "case.reason-missing");
        }
    }

    private static void assertRefused(Change change, CaseState from, String code) {
        assertThatThrownBy(() -> change.checked(from))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static <S extends Enum<S>> void assertTable(String table, S[] states, BiPredicate<S, S> canBecome) {
        for (S from : states) {
            for (S to : states) {
                assertThat(canBecome.test(from, to))
                        .as(from + " to " + to)
                        .isEqualTo(next(table, from.name()).contains(to.name()));
            }
        }
    }

    private static List<String> next(String table, String from) {
        Map<String, List<String>> rows = table.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(row -> row[0], row -> List.of(row[1].split(" "))));
        @Nullable List<String> row = rows.get(from);
        return row == null ? List.of() : row;
    }
}
