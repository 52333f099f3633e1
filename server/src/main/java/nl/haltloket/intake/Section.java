package nl.haltloket.intake;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.guardian.Appointment;
import nl.haltloket.guardian.Language;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** The sections of the short intake and the fields each may hold. Nothing here asks about the offence. */
enum Section {
    IDENTITY,
    LANGUAGE,
    CONTACT,
    PICKUP,
    APPOINTMENT;

    /** Receipt to first conversation: Richtlijn en kader voor strafvordering jeugd en adolescenten (2015). */
    private static final int APPOINTMENT_DAYS_MAX = 30;

    private static final Set<String> YES_OR_NO = Set.of("interpreter", "readsDutch", "mayLeaveAlone");

    /** From the name in the contract. */
    static Section of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** The name in the contract. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Set<String> fields() {
        return switch (this) {
            case IDENTITY -> Set.of("callingName", "mobile", "street", "postalCode", "city");
            case LANGUAGE -> Set.of("language", "interpreter", "readsDutch");
            case CONTACT -> Set.of("trustedName", "trustedNumber", "school");
            case PICKUP -> Set.of("mayLeaveAlone", "pickedUpBy", "pickedUpAt", "identifiedBy");
            case APPOINTMENT -> Set.of("date", "time", "mode", "office", "companion");
        };
    }

    /** Refuses a field that is not of this section, and an appointment that can not be. */
    void check(Map<String, Object> data, Clock clock) {
        if (!fields().containsAll(data.keySet())) {
            throw Refusal.invalid("intake.field-unknown", "Dit onderdeel heeft een veld dat wij niet kennen.");
        }
        data.forEach(Section::checkValue);
        Object language = data.get("language");
        if (this == LANGUAGE && language != null && !language.equals("")) {
            String _ = Language.checked(language.toString());
        }
        if (this == APPOINTMENT) {
            checkAppointment(data, LocalDateTime.ofInstant(clock.instant(), CaseService.ZONE));
        }
    }

    /** A field that was not answered is empty, whatever it holds otherwise. */
    private static void checkValue(String field, @Nullable Object value) {
        boolean fits = value == null
                || value.equals("")
                || (YES_OR_NO.contains(field) ? value instanceof Boolean : value instanceof String);
        if (!fits) {
            throw Refusal.invalid("intake.value", "Een van de velden heeft een waarde die niet kan.");
        }
        if (value instanceof String text) {
            String _ = PlainText.lines(text);
        }
    }

    private static void checkAppointment(Map<String, Object> data, LocalDateTime now) {
        String date = text(data, "date");
        String time = text(data, "time");
        if (date.isBlank()) {
            return;
        }
        LocalDateTime at = at(date, time);
        if (at.isBefore(now)) {
            throw Refusal.invalid("intake.appointment-past", "Deze afspraak is al voorbij. Kies een latere dag.");
        }
        if (at.toLocalDate().isAfter(now.toLocalDate().plusDays(APPOINTMENT_DAYS_MAX))) {
            throw late();
        }
    }

    private static Refusal late() {
        return Refusal.invalid(
                "intake.appointment-late", "De afspraak moet binnen 30 dagen zijn. Kies een eerdere dag.");
    }

    /** Refuses to take the day away from a case that is scheduled. */
    CaseState checkKept(Map<String, Object> data, CaseState state) {
        if (this == APPOINTMENT
                && state == CaseState.SCHEDULED
                && text(data, "date").isBlank()) {
            throw Refusal.invalid(
                    "intake.appointment-needed",
                    "Deze zaak heeft een afspraak. Kies een andere dag in plaats van geen.");
        }
        return state;
    }

    /** Refuses a first conversation more than 30 days after the receipt of the case. */
    void checkTerm(Map<String, Object> data, Instant receivedAt) {
        boolean late = appointment(data)
                .filter(one -> one.date().isAfter(lastDay(receivedAt)))
                .isPresent();
        if (late) {
            throw late();
        }
    }

    /** The last day that the first conversation may be on, of a case received then. */
    static LocalDate lastDay(Instant receivedAt) {
        return LocalDate.ofInstant(receivedAt, CaseService.ZONE).plusDays(APPOINTMENT_DAYS_MAX);
    }

    /** The appointment that a checked section tells, when there is a day. */
    Optional<Appointment> appointment(Map<String, Object> data) {
        String date = this == APPOINTMENT ? text(data, "date") : "";
        if (date.isBlank()) {
            return Optional.empty();
        }
        String time = text(data, "time");
        return Optional.of(new Appointment(
                LocalDate.parse(date), time.isBlank() ? null : LocalTime.parse(time), text(data, "office")));
    }

    /** When it begins; without a time the whole day still counts. */
    static Instant begins(Appointment appointment) {
        LocalTime time = appointment.time();
        return appointment
                .date()
                .atTime(time == null ? LocalTime.MAX : time)
                .atZone(CaseService.ZONE)
                .toInstant();
    }

    private static String text(Map<String, Object> data, String field) {
        Object value = data.get(field);
        return value == null ? "" : value.toString();
    }

    private static Refusal invalid() {
        return Refusal.invalid("intake.appointment-invalid", "Deze datum of tijd bestaat niet.");
    }

    /** Without a time the whole day still counts. */
    private static LocalDateTime at(String date, String time) {
        try {
            return LocalDate.parse(date).atTime(time.isBlank() ? LocalTime.MAX : LocalTime.parse(time));
        } catch (DateTimeException e) {
            throw invalid();
        }
    }
}
