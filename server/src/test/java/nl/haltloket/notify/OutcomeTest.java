package nl.haltloket.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.haltloket.notify.DeliveryReport.State;
import nl.haltloket.notify.Outcome.Seen;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    /** Written out once more, so that a slip in the table shows. */
    private static final Map<MessageState, String> ALLOWED = new EnumMap<>(Map.of(
            MessageState.QUEUED, "CLAIMED DELIVERED FAILED EXPIRED CANCELLED",
            MessageState.CLAIMED, "QUEUED ACCEPTED DELIVERED FAILED EXPIRED CANCELLED IN_DOUBT",
            MessageState.IN_DOUBT, "CLAIMED ACCEPTED DELIVERED FAILED EXPIRED CANCELLED",
            MessageState.ACCEPTED, "DELIVERED FAILED EXPIRED",
            MessageState.EXPIRED, "DELIVERED FAILED",
            MessageState.FAILED, "DELIVERED",
            MessageState.CANCELLED, "DELIVERED",
            MessageState.DELIVERED, ""));

    @Test
    void only_the_listed_steps_are_allowed() {
        for (MessageState from : MessageState.values()) {
            Set<String> allowed = Set.of(ALLOWED.getOrDefault(from, "").split(" "));
            for (MessageState to : MessageState.values()) {
                assertThat(from.canBecome(to)).as("%s -> %s", from, to).isEqualTo(allowed.contains(to.name()));
            }
        }
    }

    @Test
    void a_thousand_orders_of_reports_end_in_the_same_state() {
        Random random = new Random(7);
        List<State> states = List.of(State.values());
        for (int set = 0; set < 100; set++) {
            List<Seen> seen = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                State state = states.get(random.nextInt(states.size()));
                seen.add(new Seen(1 + random.nextInt(2), 1 + random.nextInt(2), state));
            }
            MessageState first = followed(seen);
            for (int order = 0; order < 10; order++) {
                Collections.shuffle(seen, random);
                assertThat(followed(seen)).as("%s", seen).isEqualTo(first);
            }
        }
    }

    /** The state after one report after the other, as a message would go; all parts are known from the start. */
    private static MessageState followed(List<Seen> reports) {
        List<Seen> sofar = new ArrayList<>(reports.stream()
                .map(one -> new Seen(one.attempt(), one.part(), State.UNKNOWN))
                .toList());
        MessageState state = MessageState.ACCEPTED;
        for (Seen report : reports) {
            sofar.add(report);
            MessageState outcome = Outcome.of(sofar);
            state = state.canBecome(outcome) ? outcome : state;
        }
        return state;
    }

    @Test
    void a_part_that_failed_and_arrived_after_all_counts_when_the_others_are_there() {
        List<Seen> seen = new ArrayList<>(
                List.of(new Seen(1, 1, State.FAILED), new Seen(1, 1, State.DELIVERED), new Seen(1, 2, State.UNKNOWN)));
        assertThat(Outcome.of(seen)).isEqualTo(MessageState.FAILED);
        seen.add(new Seen(1, 2, State.DELIVERED));
        assertThat(Outcome.of(seen)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void one_whole_attempt_is_enough_and_half_is_not() {
        Seen failed = new Seen(1, 1, State.FAILED);
        assertThat(Outcome.of(List.of(failed))).isEqualTo(MessageState.FAILED);
        assertThat(Outcome.of(List.of(failed, new Seen(2, 1, State.UNKNOWN)))).isEqualTo(MessageState.ACCEPTED);
        assertThat(Outcome.of(List.of(failed, new Seen(2, 1, State.DELIVERED)))).isEqualTo(MessageState.DELIVERED);
        assertThat(Outcome.of(List.of(new Seen(1, 1, State.DELIVERED), new Seen(1, 2, State.UNKNOWN))))
                .isEqualTo(MessageState.ACCEPTED);
        assertThat(Outcome.of(List.of(new Seen(1, 1, State.DELIVERED), new Seen(1, 2, State.EXPIRED))))
                .isEqualTo(MessageState.EXPIRED);
    }

    @Test
    void an_id_is_found_in_either_notation_and_an_opaque_one_only_as_it_is() {
        assertThat(ProviderIds.spellings("793d87cc")).contains("2034075596");
        assertThat(ProviderIds.spellings("2034075596")).contains("793d87cc");
        assertThat(ProviderIds.spellings("a-1/b")).containsExactly("a-1/b");
    }
}
