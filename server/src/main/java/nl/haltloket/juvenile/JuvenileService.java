package nl.haltloket.juvenile;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.casefile.Receipt;
import nl.haltloket.db.Database;
import nl.haltloket.event.Event;
import nl.haltloket.event.TicketView;
import nl.haltloket.handover.HandoverContent.Answer;
import nl.haltloket.identity.AccessToken;
import nl.haltloket.identity.ShiftService;
import nl.haltloket.intake.IntakeService;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Gives a tablet to a juvenile, and tells it what the juvenile's own screens need: no name, no offence, no guardian. */
public final class JuvenileService {
    /** From this age on a juvenile decides alone, and the guardian is told. */
    private static final int DECIDES_ALONE_FROM = 16;

    private final Database database;
    private final CaseService cases;
    private final IntakeService intake;
    private final ShiftService shifts;
    private final Event event;
    private final Clock clock;

    public JuvenileService(
            Database database, CaseService cases, IntakeService intake, ShiftService shifts, Event event, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.intake = intake;
        this.shifts = shifts;
        this.event = event;
        this.clock = clock;
    }

    /** Who has a say beside the juvenile. */
    public enum AgeGroup {
        /** The guardian decides too. */
        UNDER_16,
        /** The juvenile decides alone. */
        FROM_16,
        /** Nobody established the date of birth yet. */
        UNKNOWN
    }

    /**
     * What the juvenile's screens show.
     *
     * @param language BCP 47, as a worker noted it; absent until then
     * @param interpreter whether a worker noted that one helps
     * @param arrivedAt when the desk took the juvenile over
     */
    record View(
            TicketView ticket,
            @Nullable String language,
            boolean interpreter,
            AgeGroup ageGroup,
            Instant arrivedAt,
            Answer freeToLeave,
            String deskPhone,
            CaseState state,
            boolean rightsShown) {}

    /** Gives the caller's tablet to the juvenile of this case; refused when that juvenile is not at the desk. */
    Future<AccessToken> give(UUID caseId, Caller caller) {
        return database.inTransaction(tx -> cases.stateForChange(tx, caseId)
                .map(JuvenileService::here)
                .compose(_ -> cases.record(tx, AuditAction.CHANGE, caseId, caller, "screen given to the juvenile"))
                .compose(_ -> shifts.giveToJuvenile(tx, caseId, caller)));
    }

    private static CaseState here(CaseState state) {
        if (!state.isHere()) {
            throw Refusal.conflict("juvenile.not-here", "Deze jongere is niet meer aan het loket.");
        }
        return state;
    }

    /** What the juvenile's screens need. */
    Future<View> read(UUID caseId, Caller caller) {
        return database.inTransaction(tx -> cases.read(tx, caseId, caller, AuditAction.READ)
                .compose(file -> intake.list(tx, caseId).map(sections -> view(file, language(sections)))));
    }

    private static Map<String, Object> language(Map<String, IntakeService.Saved> sections) {
        return Optional.ofNullable(sections.get("language"))
                .map(IntakeService.Saved::data)
                .orElse(Map.of());
    }

    private View view(CaseFile file, Map<String, Object> language) {
        return new View(
                TicketView.of(file.handover().ticket()),
                language.get("language") instanceof String code && !code.isEmpty() ? code : null,
                Boolean.TRUE.equals(language.get("interpreter")),
                ageGroup(file.identity()),
                file.receivedAt(),
                file.freeToLeave(),
                event.deskPhone(),
                file.state(),
                file.rights() != null);
    }

    /** The age that counts for consent is that of today, in the Netherlands. */
    private AgeGroup ageGroup(Receipt.@Nullable Identity identity) {
        if (identity == null) {
            return AgeGroup.UNKNOWN;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), CaseService.ZONE);
        int age = Period.between(LocalDate.parse(identity.birthDate()), today).getYears();
        return age < DECIDES_ALONE_FROM ? AgeGroup.UNDER_16 : AgeGroup.FROM_16;
    }
}
