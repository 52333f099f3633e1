package nl.haltloket.intake;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.Approval;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.casefile.Choice;
import nl.haltloket.casefile.Chosen;
import nl.haltloket.casefile.Decided;
import nl.haltloket.casefile.Offer;
import nl.haltloket.casefile.Overruling;
import nl.haltloket.casefile.Receipt;
import nl.haltloket.casefile.RightsShown;
import nl.haltloket.command.Commands;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.eligibility.Decision;
import nl.haltloket.event.Event;
import nl.haltloket.event.TicketView;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.FollowUp;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.guardian.TextRefused;
import nl.haltloket.handover.ContentView;
import nl.haltloket.handover.Handover;
import nl.haltloket.handover.HandoverContent;
import nl.haltloket.handover.HandoverContent.Answer;
import nl.haltloket.handover.HandoverContent.Relation;
import nl.haltloket.handover.VerdictView;
import nl.haltloket.web.Api;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Request;
import org.jspecify.annotations.Nullable;

/** HTTP for the case screen: the whole case, and the sections of its intake. */
public final class IntakeRoutes {
    private final Database database;
    private final CaseService cases;
    private final IntakeService intake;
    private final AppointmentService appointments;
    private final Decisions decisions;
    private final Commands commands;
    private final Event event;
    private final Clock clock;

    public IntakeRoutes(
            Database database,
            CaseService cases,
            IntakeService intake,
            AppointmentService appointments,
            Decisions decisions,
            Commands commands,
            Event event,
            Clock clock) {
        this.database = database;
        this.cases = cases;
        this.intake = intake;
        this.appointments = appointments;
        this.decisions = decisions;
        this.commands = commands;
        this.event = event;
        this.clock = clock;
    }

    /** Opens what was offered and decided, which lies beside the intake and is therefore handed in. */
    @FunctionalInterface
    public interface Decisions {
        /** Of a case that this caller opens. */
        Future<Chosen> open(Tx tx, UUID caseId, Caller caller);
    }

    private record GuardianView(
            UUID id,
            @Nullable String name,
            Relation relation,
            Answer custody,
            @Nullable String number,
            String language,
            ContactState state,
            boolean informed,
            @Nullable Instant callBefore,
            @Nullable String doNotContactReason,
            List<Guardian.Step> history,
            List<Guardian.Former> former,
            FollowUp followUp,
            @Nullable TextRefused textRefused) {

        static GuardianView of(Guardian guardian) {
            return new GuardianView(
                    guardian.id(),
                    guardian.details().name(),
                    guardian.relation(),
                    guardian.details().custody(),
                    guardian.details().number(),
                    guardian.details().language(),
                    guardian.state(),
                    guardian.informed(),
                    guardian.callBefore(),
                    guardian.details().doNotContactReason(),
                    guardian.history(),
                    guardian.former(),
                    guardian.followUp(),
                    guardian.textRefused());
        }
    }

    private record OverrideView(Decision decision, Overruling.Reason reason, String note, Instant at, String by) {

        static OverrideView of(Decided.Overridden given) {
            Overruling override = given.override();
            return new OverrideView(
                    override.decision(), override.reason(), override.note(), given.recordedAt(), given.recordedBy());
        }
    }

    private record FitnessView(
            @Nullable String reason, @Nullable String note, Instant since) {

        static @Nullable FitnessView of(CaseFile file) {
            return file.state() == CaseState.NOT_FIT_NOW
                    ? new FitnessView(file.reason(), file.note(), file.stateSince())
                    : null;
        }
    }

    /** The last day of the first conversation. */
    private record TermsView(LocalDate appointmentBy) {
        static TermsView of(CaseFile file) {
            return new TermsView(Section.lastDay(file.receivedAt()));
        }
    }

    private record CaseView(
            UUID id,
            CaseState state,
            TicketView ticket,
            Instant receivedAt,
            String receivedBy,
            @Nullable String receiptNumber,
            Receipt.@Nullable Identity identity,
            Receipt.@Nullable Safety safety,
            boolean awaiting,
            Instant stateSince,
            @Nullable RightsShown rights,
            Answer freeToLeave,
            @Nullable FitnessView fitness,
            TermsView terms,
            List<Asks> asks,
            List<Offer> offers,
            List<Choice> decisions,
            VerdictView verdict,
            Decided.Block block,
            List<Approval> approvals,
            List<OverrideView> overrides,
            ContentView handover,
            List<GuardianView> guardians,
            List<UUID> newOffences,
            Map<String, IntakeService.Saved> intake) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("readCase", this::read);
        api.operation("saveIntake", this::save);
        api.operation("scheduleAppointment", this::schedule);
    }

    private Future<nl.haltloket.web.Answer> read(Request request) {
        UUID id = request.id("caseId");
        return database.inTransaction(tx -> cases.read(tx, id, request.caller(), AuditAction.READ)
                        .compose(file -> intake.list(tx, id).compose(sections -> decisions
                                .open(tx, id, request.caller())
                                .map(chosen -> view(file, sections, chosen)))))
                .map(nl.haltloket.web.Answer::ok);
    }

    private Future<nl.haltloket.web.Answer> save(Request request) {
        IntakeService.Edit edit = request.body(IntakeService.Edit.class);
        return commands.once(
                        request,
                        IntakeService.Receipt.class,
                        tx -> intake.save(tx, request.id("caseId"), request.text("section"), edit, request.caller()))
                .map(nl.haltloket.web.Answer::ok);
    }

    private Future<nl.haltloket.web.Answer> schedule(Request request) {
        UUID id = request.id("caseId");
        return commands.once(request, CaseService.Standing.class, tx -> appointments.schedule(tx, id, request.caller()))
                .map(nl.haltloket.web.Answer::ok);
    }

    private CaseView view(CaseFile file, Map<String, IntakeService.Saved> sections, Chosen chosen) {
        Handover.Receipt receipt = file.handover().receipt();
        return new CaseView(
                file.id(),
                file.state(),
                TicketView.of(file.handover().ticket()),
                file.receivedAt(),
                file.receivedBy(),
                receipt == null ? null : receipt.number(),
                file.identity(),
                file.safety(),
                file.identity() == null,
                file.stateSince(),
                file.rights(),
                file.freeToLeave(),
                FitnessView.of(file),
                TermsView.of(file),
                Asks.of(file, sections, chosen, clock.instant()),
                chosen.offers(),
                chosen.choices(),
                governing(file),
                file.block(),
                file.decided().approvals(),
                file.decided().overrides().stream().map(OverrideView::of).toList(),
                ContentView.of(event, file.handover(), file.content(), file.verdict(), others(file)),
                file.guardians().stream().map(GuardianView::of).toList(),
                file.newOffences(),
                sections);
    }

    private VerdictView governing(CaseFile file) {
        HandoverContent content = file.otherOffences().stream()
                .filter(other -> other.handover().id().equals(file.governing().handoverId()))
                .map(CaseFile.Offence::content)
                .findFirst()
                .orElse(file.content());
        return VerdictView.of(event, content, file.governing());
    }

    private List<ContentView.Other> others(CaseFile file) {
        return file.otherOffences().stream()
                .map(other -> ContentView.Other.of(event, other.handover(), other.content(), other.verdict()))
                .toList();
    }
}
