package nl.haltloket.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * How old a juvenile is for what is decided now: in whole years on that day in Europe/Amsterdam, so that a birthday
 * counts from midnight on, also during the night. The law looks at the age on the day of the offence instead; that is
 * for the rules.
 */
public record Age(int years) {
    private static final int OWN_CHOICE = 16;
    private static final int OF_AGE = 18;

    /** Of the juvenile of a case, at a moment. A case that waits for its juvenile has none. */
    public static Age of(CaseFile file, Instant at) {
        Receipt.Identity identity = file.identity();
        if (identity == null) {
            throw new IllegalStateException("Case " + file.id() + " waits for its juvenile");
        }
        return of(identity, at);
    }

    static Age of(Receipt.Identity identity, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, CaseService.ZONE);
        return new Age(
                Period.between(LocalDate.parse(identity.birthDate()), today).getYears());
    }

    /** Under 16 a guardian has to agree. */
    public boolean needsGuardian() {
        return years < OWN_CHOICE;
    }

    /** At 16 and 17 a guardian is told. From 18 on nobody is told without leave. */
    public boolean tellsGuardian() {
        return years >= OWN_CHOICE && years < OF_AGE;
    }
}
