package nl.haltloket.care;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import nl.haltloket.care.Voluntary.Consent;
import nl.haltloket.care.Voluntary.Details;
import nl.haltloket.care.Voluntary.Lack;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** What a school-/wijkinterventie asks (Halt, "School- of wijkinterventie", https://www.halt.nl). */
final class VoluntaryRules {
    /** The youngest for whom it is. */
    static final int AGE_MIN = 10;

    /** The oldest for whom it is. */
    static final int AGE_MAX = 23;

    /** Under this age a guardian has to consent. */
    static final int ALONE_FROM = 16;

    private VoluntaryRules() {}

    /** The details as they are kept; refused when they can not be. */
    static Details checked(Details given, @Nullable Details before, String worker, Instant now, LocalDate today) {
        Details clean = new Details(
                PlainText.required(given.name(), "voluntary.name", "Vul een naam in."),
                given.birthDate(),
                given.birthDate() == null ? given.age() : null,
                given.setting(),
                given.proposer(),
                PlainText.line(given.contact()),
                PlainText.lines(given.wish()),
                given.consent(),
                PlainText.line(given.guardian()),
                PlainText.line(given.guardianContact()),
                given.guardianConsent(),
                given.guardianHow(),
                before == null || before.explainedBy() == null ? worker : before.explainedBy(),
                consentedAt(given, before, now));
        int age = age(clean, today);
        if (age < AGE_MIN || age > AGE_MAX) {
            throw Refusal.invalid(
                    "voluntary.age",
                    "Een school- of wijkinterventie is er van 10 tot en met 23 jaar. Bel Halt voor een andere weg.");
        }
        if (clean.guardianConsent() == Consent.YES && (clean.guardian() == null || clean.guardianHow() == null)) {
            throw Refusal.invalid(
                    "voluntary.guardian", "Schrijf op welke ouder ja zei, en of dat hier was of aan de telefoon.");
        }
        return clean;
    }

    private static @Nullable Instant consentedAt(Details given, @Nullable Details before, Instant now) {
        if (given.guardianConsent() != Consent.YES) {
            return null;
        }
        return before == null || before.consentedAt() == null ? now : before.consentedAt();
    }

    /** Age in years on a day. */
    static int age(Details details, LocalDate today) {
        String birthDate = details.birthDate();
        if (birthDate == null) {
            Integer age = details.age();
            if (age == null) {
                throw Refusal.invalid("voluntary.age-missing", "Vul een geboortedatum of een leeftijd in.");
            }
            return age;
        }
        try {
            return Period.between(LocalDate.parse(birthDate), today).getYears();
        } catch (DateTimeException e) {
            throw Refusal.invalid("identity.birth-date", "Deze geboortedatum bestaat niet.");
        }
    }

    /** What lacks before it can be handed to Halt. */
    static List<Lack> lacks(Details details, LocalDate today) {
        List<Lack> lacks = new ArrayList<>();
        if (details.contact() == null && details.guardianContact() == null) {
            lacks.add(Lack.CONTACT);
        }
        if (details.consent() != Consent.YES) {
            lacks.add(Lack.JUVENILE_CONSENT);
        }
        if (age(details, today) < ALONE_FROM && details.guardianConsent() != Consent.YES) {
            lacks.add(Lack.GUARDIAN_CONSENT);
        }
        return List.copyOf(lacks);
    }

    /** Refused as long as something lacks: nothing leaves the desk before. */
    static Details requireWhole(Details details, LocalDate today) {
        for (Lack lack : lacks(details, today)) {
            throw switch (lack) {
                case CONTACT ->
                    Refusal.invalid("voluntary.contact", "Vul in hoe Halt de jongere of een ouder bereikt.");
                case JUVENILE_CONSENT ->
                    Refusal.conflict(
                            "voluntary.consent", "De jongere heeft nog geen ja gezegd. Er gaat niets naar Halt.");
                case GUARDIAN_CONSENT ->
                    Refusal.conflict(
                            "voluntary.guardian-consent",
                            "Onder de 16 jaar moet een ouder ja zeggen. Er gaat nog niets naar Halt.");
            };
        }
        return details;
    }
}
