package nl.haltloket.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed for a desk: on which ground it stands, who approved it, for when, where, by whom and for what. Boas
 * may refer to Halt only by such a local project of at most a year, agreed by prosecutor, police and mayor.
 *
 * @param apvVersion which general local by-law (APV) holds, with its date
 * @param projectplanRef reference of the project plan
 * @param from first moment
 * @param to first moment that it no longer holds
 */
public record MandateTerms(
        String id,
        Municipality municipality,
        String apvVersion,
        String projectplanRef,
        Approvals approvals,
        Instant from,
        Instant to,
        Area area) {

    /** The municipality; {@code code} is that of CBS, four digits. */
    public record Municipality(String name, String code) {}

    /** Who agreed: the three of the driehoek, each. */
    public record Approvals(Approval prosecutor, Approval police, Approval mayor) {}

    /** An approval: by which office, under which reference, when. */
    public record Approval(String office, String reference, LocalDate date) {}

    /** Where the mandate holds, in words that people there know. */
    public record Area(String name, List<String> places) {}

    /** Whom to call for the next step; all as people dial them. The interpreter is null when there is none. */
    public record Numbers(
            String desk,
            String police,
            String firstAid,
            String emergency,
            String zsm,
            String neighbourhood,
            String care,
            @Nullable String interpreter) {}
}
