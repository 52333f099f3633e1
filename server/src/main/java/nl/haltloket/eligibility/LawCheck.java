package nl.haltloket.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What both files must keep to beyond their schema: real dates, periods that do not overlap, sources that exist. */
abstract class LawCheck {
    private final LawDocument file;
    private final JsonNode tree;

    LawCheck(LawDocument file, JsonNode tree) {
        this.file = file;
        this.tree = tree;
    }

    private record Period(LocalDate from, @Nullable LocalDate to) {
        boolean overlaps(Period other) {
            return (to == null || !other.from().isAfter(to)) && (other.to() == null || !from.isAfter(other.to()));
        }
    }

    abstract void run();

    void refuse(String pointer, String reason) {
        file.refuse(pointer, reason);
    }

    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    /** The pointers of each element. */
    Stream<String> each(String array) {
        return IntStream.range(0, at(array).isArray() ? at(array).size() : 0).mapToObj(i -> array + "/" + i);
    }

    /** The pointers of each field. */
    Stream<String> fields(String object) {
        return at(object).properties().stream()
                .map(field -> object + "/" + field.getKey().replace("~", "~0").replace("/", "~1"));
    }

    /** Dates of the sources. */
    void sources() {
        fields("/sources").forEach(source -> checkDate(source + "/readOn"));
    }

    /** Each record has a period of its own and names sources that exist. */
    void records(String array) {
        Map<String, List<Period>> periods = new HashMap<>();
        each(array).forEach(entry -> {
            sourcesOf(entry);
            LocalDate from = date(entry + "/validFrom");
            LocalDate to = date(entry + "/validTo");
            if (from == null) {
                return;
            }
            if (to != null && to.isBefore(from)) {
                refuse(entry + "/validTo", "ends before it begins");
                return;
            }
            Period period = new Period(from, to);
            List<Period> others = periods.computeIfAbsent(at(entry + "/id").asText(), _ -> new ArrayList<>());
            if (others.stream().anyMatch(period::overlaps)) {
                refuse(
                        entry + "/validFrom",
                        "overlaps another period of " + at(entry + "/id").asText());
            }
            others.add(period);
        });
    }

    private void sourcesOf(String entry) {
        JsonNode source = at(entry + "/source");
        boolean needed = !at(entry + "/certainty").asText().equals(Certainty.INFERENCE.mark());
        if (needed && (source.isMissingNode() || source.isNull() || (source.isEmpty() && !source.isTextual()))) {
            refuse(source.isMissingNode() ? entry : entry + "/source", "has no source");
        }
        Stream<String> keys = source.isTextual() ? Stream.of(entry + "/source") : each(entry + "/source");
        keys.filter(key -> at("/sources").path(at(key).asText()).isMissingNode())
                .forEach(key -> refuse(key, "no such source: " + at(key).asText()));
    }

    /** Refuses a date that is not in the calendar. */
    void checkDate(String pointer) {
        LocalDate _ = date(pointer);
    }

    /** The date, or null if there is none or it is not in the calendar. */
    @Nullable
    LocalDate date(String pointer) {
        JsonNode date = at(pointer);
        if (date.isMissingNode() || date.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(date.asText());
        } catch (DateTimeException _) {
            refuse(pointer, "no such date: " + date.asText());
            return null;
        }
    }
}
