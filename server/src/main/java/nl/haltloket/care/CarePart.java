package nl.haltloket.care;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the care record and what each may hold. None asks what happened, none holds a score, and of the screener
 * for a light mental disability (SCIL) only that there is reason for it.
 */
enum CarePart {
    /** Whether there is reason for a SCIL, by whom that was noticed, and whether screens are to be plainer. */
    SCIL,
    /** Whom the juvenile names as helper (JIM, Jouw Ingebrachte Mentor). */
    MENTOR,
    /** Whether the juvenile wants to make an apology later. */
    APOLOGY,
    /** Whether who was harmed wants contact, as the referrer says. */
    HARMED,
    /** An estimate of damage, and whom Halt can ask. */
    DAMAGE,
    /** For each signal of the Signalenblad a fact that was seen, and who said it. */
    SIGNALS,
    /** A note on each step of the Meldcode huiselijk geweld en kindermishandeling. */
    MELDCODE;

    /** SCIL 14-17 is not for younger juveniles (Hogrefe, SCIL 14-17). */
    static final int SCIL_AGE_MIN = 14;

    private static final int CENTS_MAX = 100_000_000;
    private static final Set<String> WISHES = Set.of("YES", "NO", "LATER");
    private static final Set<String> NOTICED_BY = Set.of("WORKER", "GUARDIAN", "REFERRER", "JUVENILE");
    private static final Set<String> SCIL_REASONS = Set.of("READING", "UNDERSTANDING", "REPEATING", "SCHOOL", "TOLD");

    /** The ids of the Signalenblad ondermijnende drugscriminaliteit, SOD-01 to SOD-13. */
    private static final Set<String> SIGNAL_IDS =
            IntStream.rangeClosed(1, 13).mapToObj("SOD-%02d"::formatted).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> STEPS =
            IntStream.rangeClosed(1, 5).mapToObj(step -> "step" + step).collect(Collectors.toUnmodifiableSet());

    /** From the name in the contract. */
    static CarePart of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** The name in the contract. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is asked of the juvenile, and so waits for the rights card. */
    boolean isAsked() {
        return this != MELDCODE;
    }

    private Set<String> fields() {
        return switch (this) {
            case SCIL -> Set.of("occasion", "reason", "noticedBy", "easyScreens");
            case MENTOR -> Set.of("name", "relation");
            case APOLOGY -> Set.of("wish");
            case HARMED -> Set.of("wish", "toldBy");
            case DAMAGE -> Set.of("estimateCents", "owner", "ownerContact");
            case SIGNALS -> signalFields();
            case MELDCODE -> STEPS;
        };
    }

    private static Set<String> signalFields() {
        Set<String> fields = new HashSet<>(SIGNAL_IDS);
        SIGNAL_IDS.forEach(id -> fields.add(id + "-by"));
        fields.add("discussed");
        return fields;
    }

    /**
     * Refuses what this part can not hold.
     *
     * @param birthDate of the juvenile
     * @param today at the desk
     */
    void check(Map<String, Object> data, LocalDate birthDate, LocalDate today) {
        if (!fields().containsAll(data.keySet())) {
            throw Refusal.invalid("care.field-unknown", "Dit onderdeel heeft een veld dat wij niet kennen.");
        }
        data.forEach(CarePart::checkValue);
        switch (this) {
            case SCIL -> checkScil(data, birthDate, today);
            case APOLOGY -> checkChoice(data, "wish", WISHES);
            case HARMED -> checkChoice(data, "wish", WISHES);
            case SIGNALS -> checkSignals(data);
            default -> {}
        }
    }

    private static void checkValue(String field, @Nullable Object value) {
        boolean flag = field.equals("occasion") || field.equals("easyScreens") || field.equals("discussed");
        boolean fits = value == null
                || (flag ? value instanceof Boolean : field.equals("estimateCents") ? isCents(value) : isText(value));
        if (!fits) {
            throw Refusal.invalid("care.value", "Een van de velden heeft een waarde die niet kan.");
        }
    }

    private static boolean isText(Object value) {
        if (value instanceof String text) {
            String _ = PlainText.lines(text);
            return true;
        }
        return false;
    }

    private static boolean isCents(Object value) {
        return value instanceof Integer cents && cents >= 0 && cents <= CENTS_MAX;
    }

    private static void checkChoice(Map<String, Object> data, String field, Set<String> choices) {
        Object value = data.get(field);
        if (value != null && !value.equals("") && !choices.contains(value)) {
            throw Refusal.invalid("care.value", "Een van de velden heeft een waarde die niet kan.");
        }
    }

    private static void checkScil(Map<String, Object> data, LocalDate birthDate, LocalDate today) {
        checkChoice(data, "reason", SCIL_REASONS);
        checkChoice(data, "noticedBy", NOTICED_BY);
        if (!Boolean.TRUE.equals(data.get("occasion"))) {
            return;
        }
        if (birthDate.plusYears(SCIL_AGE_MIN).isAfter(today)) {
            throw Refusal.invalid(
                    "care.scil-age", "De SCIL is er vanaf 14 jaar. Eenvoudige schermen kunnen wel: zet die aan.");
        }
        if (text(data, "reason").isBlank() || text(data, "noticedBy").isBlank()) {
            throw Refusal.invalid("care.scil-reason", "Zeg ook waaraan het te merken was, en wie het merkte.");
        }
    }

    /** A remark nobody vouches for is hearsay. */
    private static void checkSignals(Map<String, Object> data) {
        for (String id : SIGNAL_IDS) {
            if (text(data, id).isBlank() != text(data, id + "-by").isBlank()) {
                throw Refusal.invalid(
                        "care.signal-source", "Schrijf bij een signaal op wat er is gezien, en ook wie dat zei.");
            }
        }
    }

    static String text(Map<String, Object> data, String field) {
        return data.get(field) instanceof String text ? text : "";
    }
}
