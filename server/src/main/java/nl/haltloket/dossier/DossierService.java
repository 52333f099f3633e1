package nl.haltloket.dossier;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.Chosen;
import nl.haltloket.casefile.Receipt;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.guardian.Substitute;
import nl.haltloket.handover.Handover;
import nl.haltloket.handover.HandoverContent;
import nl.haltloket.intake.IntakeService;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Assembles the dossier of a case from the features that own its parts. */
public final class DossierService {
    private final Database database;
    private final CaseService cases;
    private final IntakeService intake;
    private final Parts parts;
    private final Event event;

    /** What features beside this one keep of a case. */
    public interface Parts {
        /** What was offered and decided. */
        Future<Chosen> chosen(Tx tx, UUID caseId);

        /** What the juvenile wanted to say. */
        Future<Optional<Dossier.OwnWords>> ownWords(Tx tx, UUID caseId);
    }

    public DossierService(Database database, CaseService cases, IntakeService intake, Parts parts, Event event) {
        this.parts = parts;
        this.database = database;
        this.cases = cases;
        this.intake = intake;
        this.event = event;
    }

    /** The dossier, recorded as printed or exported. */
    public Future<Dossier> assemble(UUID caseId, Caller caller, AuditAction look) {
        return database.inTransaction(tx -> cases.read(tx, caseId, caller, look).compose(file -> assemble(tx, file)));
    }

    /** The dossier of a case that was read in this transaction. */
    public Future<Dossier> assemble(Tx tx, CaseFile file) {
        return intake.list(tx, file.id())
                .compose(sections -> parts.chosen(tx, file.id()).compose(chosen -> parts.ownWords(tx, file.id())
                        .map(words -> dossier(file, sections, DossierAgreement.of(file, chosen, words.orElse(null))))));
    }

    private Dossier dossier(CaseFile file, Map<String, IntakeService.Saved> sections, Dossier.Agreement agreement) {
        HandoverContent content = file.content();
        return new Dossier(
                about(file),
                event(),
                referrer(file.handover()),
                offence(content, birthDate(file)),
                declarations(content.declarations()),
                file.otherOffences().stream()
                        .map(other -> other(other, birthDate(file)))
                        .toList(),
                Optional.ofNullable(content.guardian())
                        .map(DossierService::stated)
                        .orElse(null),
                stated(content.juvenile()),
                established(file.identity()),
                safety(file.safety()),
                file.guardians().stream().map(DossierService::guardian).toList(),
                new Dossier.Intake(
                        fields(sections, "identity"),
                        fields(sections, "language"),
                        fields(sections, "contact"),
                        fields(sections, "pickup"),
                        fields(sections, "appointment")),
                DossierRuling.of(file),
                agreement);
    }

    private static Dossier.Case about(CaseFile file) {
        Handover handover = file.handover();
        return new Dossier.Case(
                file.id().toString(),
                handover.ticket().words(),
                file.state().name(),
                file.reason(),
                file.content().cardCode(),
                file.content().recordNumber(),
                Optional.ofNullable(file.content().replaces())
                        .map(UUID::toString)
                        .orElse(null),
                handover.capturedAt(),
                handover.submittedAt(),
                file.receivedAt(),
                file.receivedBy(),
                Optional.ofNullable(handover.receipt())
                        .map(Handover.Receipt::number)
                        .orElse(null));
    }

    private Dossier.Event event() {
        return new Dossier.Event(
                event.id().toString(),
                event.id().toString(),
                event.name(),
                event.place(),
                event.municipalityCode(),
                event.startsAt(),
                event.endsAt(),
                event.deskPhone(),
                event.drill());
    }

    private Dossier.Referrer referrer(Handover handover) {
        Event.Referrer referrer = event.referrer(handover.referrerId());
        return referrer == null
                ? new Dossier.Referrer(
                        "UNKNOWN", "onbekend", "onbekend", null, event.mandateId(), handover.rulesVersion())
                : new Dossier.Referrer(
                        referrer.kind().name(),
                        referrer.number(),
                        referrer.organisation(),
                        referrer.domain(),
                        event.mandateId(),
                        handover.rulesVersion());
    }

    /** What the desk established counts before what the referrer was told. */
    private static @Nullable String birthDate(CaseFile file) {
        Receipt.Identity identity = file.identity();
        return identity == null ? file.content().juvenile().birthDate() : identity.birthDate();
    }

    private Dossier.Offence offence(HandoverContent content, @Nullable String birthDate) {
        Optional<Event.Offence> known = Optional.ofNullable(event.offence(content.offenceId(), content.offenceAt()));
        return new Dossier.Offence(
                content.offenceId(),
                known.map(Event.Offence::label).orElse(null),
                known.map(Event.Offence::article).orElse(null),
                event.feitcode(content.offenceId(), content.offenceAt(), birthDate),
                known.map(offence -> offence.kind().name()).orElse(null),
                content.offenceAt(),
                content.place(),
                content.description(),
                content.manner().name(),
                content.caughtInAct().name(),
                content.damageCents(),
                content.valueCents(),
                Optional.ofNullable(content.eligibility())
                        .map(DossierService::eligibility)
                        .orElse(null));
    }

    private static Dossier.Eligibility eligibility(HandoverContent.Eligibility asked) {
        return new Dossier.Eligibility(
                name(asked.publicRoad()),
                name(asked.fireworks()),
                name(asked.referrerIsVictim()),
                asked.damageTotalCents(),
                name(asked.inArea()),
                asked.priorHalt(),
                asked.priorHaltViolations(),
                name(asked.assistantApproves()),
                name(asked.phoneDecision()),
                name(asked.phoneProvisional()));
    }

    private static Dossier.Declarations declarations(HandoverContent.Declarations declared) {
        return new Dossier.Declarations(
                name(declared.cautionGiven()),
                name(declared.suspicionTold()),
                name(declared.counselTold()),
                name(declared.counsel()),
                name(declared.admission()),
                name(declared.responsive()),
                name(declared.priorCheck()),
                name(declared.guardianTold()),
                declared.guardianToldHow(),
                declared.assistantProsecutor());
    }

    private static Dossier.StatedGuardian stated(HandoverContent.Guardian guardian) {
        return new Dossier.StatedGuardian(guardian.name(), name(guardian.relation()), guardian.number());
    }

    private static Dossier.Juvenile stated(HandoverContent.Juvenile juvenile) {
        return new Dossier.Juvenile(
                juvenile.familyName(),
                juvenile.givenNames(),
                Optional.ofNullable(juvenile.birthDate()).map(LocalDate::parse).orElse(null),
                name(juvenile.identity()));
    }

    private static Dossier.@Nullable Safety safety(Receipt.@Nullable Safety safety) {
        return safety == null ? null : new Dossier.Safety(safety.conscious(), safety.hurt(), safety.inDanger());
    }

    private Dossier.OtherOffence other(CaseFile.Offence other, @Nullable String birthDate) {
        HandoverContent content = other.content();
        Handover.Receipt receipt = other.handover().receipt();
        return new Dossier.OtherOffence(
                other.handover().id().toString(),
                receipt == null ? null : receipt.number(),
                content.recordNumber(),
                offence(content, birthDate),
                declarations(content.declarations()));
    }

    private static Dossier.@Nullable Juvenile established(Receipt.@Nullable Identity identity) {
        return identity == null
                ? null
                : new Dossier.Juvenile(
                        identity.familyName(),
                        identity.givenNames(),
                        LocalDate.parse(identity.birthDate()),
                        identity.basis().name());
    }

    private static Dossier.Guardian guardian(Guardian guardian) {
        return new Dossier.Guardian(
                guardian.details().name(),
                guardian.relation().name(),
                guardian.details().custody().name(),
                guardian.details().number(),
                guardian.details().readBack(),
                guardian.details().language(),
                guardian.state().name(),
                guardian.callBefore(),
                guardian.details().doNotContactReason(),
                guardian.history().stream().map(DossierService::contact).toList(),
                Optional.ofNullable(guardian.followUp().substitute())
                        .map(DossierService::substitute)
                        .orElse(null),
                guardian.followUp().letters().stream()
                        .map(letter -> new Dossier.Letter(
                                letter.at(), letter.by(), letter.way().name(), letter.to()))
                        .toList());
    }

    private static Dossier.Contact contact(Guardian.Step step) {
        return new Dossier.Contact(
                step.at(),
                step.state().name(),
                step.by(),
                step.spokenWith(),
                step.words(),
                step.reason(),
                name(step.how()));
    }

    private static Dossier.Substitute substitute(Substitute one) {
        return new Dossier.Substitute(
                one.who().name(),
                one.name(),
                one.relation(),
                one.number(),
                one.namedAt(),
                one.spokenAt(),
                one.spokenBy(),
                one.words());
    }

    private static Map<String, Object> fields(Map<String, IntakeService.Saved> sections, String name) {
        return Optional.ofNullable(sections.get(name)).map(DossierFields::dutch).orElse(Map.of());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
