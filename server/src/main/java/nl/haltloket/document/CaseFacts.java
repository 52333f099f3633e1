package nl.haltloket.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.Receipt;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.handover.HandoverContent;
import nl.haltloket.handover.HandoverContent.Manner;
import nl.haltloket.intake.IntakeService;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.texts.TextLanguage;
import org.jspecify.annotations.Nullable;

/** What a document may say of a case. */
final class CaseFacts {
    /** Receipt to first conversation: Richtlijn en kader voor strafvordering jeugd en adolescenten (2015). */
    private static final int FIRST_CONVERSATION_DAYS = 30;

    /** From this birthday on a guardian is told, not asked: Richtlijn en kader voor strafvordering jeugd, Halt. */
    private static final int AGE_OF_OWN_CHOICE = 16;

    private static final ZoneId ZONE = CaseService.ZONE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter BORN = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private final Event event;
    private final Clock clock;

    /** To whom a letter goes, with which code, and who writes; nobody and nothing for another document. */
    record Letter(@Nullable Guardian guardian, String code, String worker) {}

    CaseFacts(Event event, Clock clock) {
        this.event = event;
        this.clock = clock;
    }

    /** The facts on which sentences hang. */
    Set<Condition> conditions(CaseFile file, @Nullable Guardian guardian) {
        Set<Condition> facts = EnumSet.of(kind(file));
        Set<Manner> manners = contents(file).map(HandoverContent::manner).collect(Collectors.toSet());
        facts.add(manners.contains(Manner.ARRESTED) ? Condition.ARRESTED : Condition.NOT_ARRESTED);
        if (!manners.contains(Manner.ARRESTED)) {
            facts.add(manners.equals(Set.of(Manner.STOPPED)) ? Condition.FREE : Condition.FREEDOM_UNKNOWN);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        facts.add(birthDate(file).plusYears(AGE_OF_OWN_CHOICE).isAfter(today) ? Condition.UNDER_16 : Condition.FROM_16);
        facts.add(
                guardian == null || guardian.details().name() == null
                        ? Condition.GUARDIAN_UNNAMED
                        : Condition.GUARDIAN_NAMED);
        return facts;
    }

    private Condition kind(CaseFile file) {
        Set<Event.OffenceKind> kinds = offences(file)
                .map(offence -> offence.map(Event.Offence::kind).orElse(Event.OffenceKind.UNKNOWN))
                .collect(Collectors.toSet());
        if (kinds.contains(Event.OffenceKind.CRIME)) {
            return Condition.CRIME;
        }
        return kinds.contains(Event.OffenceKind.UNKNOWN) ? Condition.KIND_UNKNOWN : Condition.VIOLATION;
    }

    /** What stands in the places; a place that this document may not have is left out by its template. */
    Map<Place, String> values(
            CaseFile file, Map<String, IntakeService.Saved> sections, TextLanguage language, Letter letter) {
        Guardian guardian = letter.guardian();
        Map<Place, String> values = new EnumMap<>(Place.class);
        Receipt.Identity identity = identity(file);
        LocalDate received = LocalDate.ofInstant(file.receivedAt(), ZONE);
        values.put(Place.NAME, line(calledName(sections).orElse(identity.givenNames())));
        values.put(Place.FULL_NAME, line(identity.givenNames() + " " + identity.familyName()));
        values.put(Place.BORN, born(LocalDate.parse(identity.birthDate())));
        values.put(
                Place.GUARDIAN,
                line(
                        guardian == null
                                ? ""
                                : Objects.requireNonNullElse(guardian.details().name(), "")));
        values.put(Place.OFFENCE, offenceWords(file));
        values.put(Place.TEL, tel(language, event.deskPhone()));
        values.put(Place.CODE, letter.code());
        values.put(Place.EVENT, line(event.name()));
        values.put(Place.TOWN, line(event.place()));
        values.put(Place.DAY, day(language, received));
        values.put(Place.TIME, TIME.format(file.receivedAt().atZone(ZONE)));
        values.put(Place.LAST_DAY, day(language, received.plusDays(FIRST_CONVERSATION_DAYS)));
        values.put(Place.WORKER, line(letter.worker().isEmpty() ? file.receivedBy() : letter.worker()));
        values.putAll(ReferrerFacts.values(file, event, language));
        return values;
    }

    private String offenceWords(CaseFile file) {
        return offences(file)
                .map(one -> line(one.map(Event.Offence::label).orElse("een strafbaar feit")))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private java.util.stream.Stream<Optional<Event.Offence>> offences(CaseFile file) {
        return contents(file)
                .map(content -> Optional.ofNullable(event.offence(content.offenceId(), content.offenceAt())));
    }

    private static java.util.stream.Stream<HandoverContent> contents(CaseFile file) {
        List<HandoverContent> all = new ArrayList<>(List.of(file.content()));
        file.otherOffences().forEach(other -> all.add(other.content()));
        return all.stream();
    }

    private static Optional<String> calledName(Map<String, IntakeService.Saved> sections) {
        return Optional.ofNullable(sections.get("identity"))
                .map(section -> section.data().get("callingName"))
                .map(Object::toString)
                .filter(name -> !name.isBlank());
    }

    private static LocalDate birthDate(CaseFile file) {
        return LocalDate.parse(identity(file).birthDate());
    }

    private static Receipt.Identity identity(CaseFile file) {
        Receipt.Identity identity = file.identity();
        if (identity == null) {
            throw Refusal.conflict(
                    "case.awaiting", "Deze zaak wacht nog op de jongere. Neem de jongere eerst over vanaf het bord.");
        }
        return identity;
    }

    /** With the year: a document is read later than a text message. */
    static String day(TextLanguage language, LocalDate date) {
        return language.date(date, null) + " " + date.getYear();
    }

    static String moment(TextLanguage language, Instant at) {
        return day(language, LocalDate.ofInstant(at, ZONE)) + ", " + TIME.format(at.atZone(ZONE));
    }

    static String born(LocalDate date) {
        return BORN.format(date);
    }

    /** On one line. */
    static String tel(TextLanguage language, String dialled) {
        return language.tel(dialled).replace(' ', '\u00A0');
    }

    /** A value stays on one line. */
    static String line(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }
}
