package nl.haltloket.intake;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.casefile.CaseVerdicts;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/** Keeps the sections of the short intake; a change that rests on an older version is refused, never overwritten. */
public final class IntakeService {
    private static final Set<CaseState> OPEN = EnumSet.of(
            CaseState.INTAKE,
            CaseState.NOT_FIT_NOW,
            CaseState.OFFERED,
            CaseState.PENDING_GUARDIAN,
            CaseState.AGREED,
            CaseState.SCHEDULED);

    /** Of a juvenile who can not be spoken with now, a parent arranges these. */
    private static final Set<Section> NOT_ASKED_OF_JUVENILE = EnumSet.of(Section.PICKUP, Section.APPOINTMENT);

    private final IntakeRepository sections = new IntakeRepository();
    private final CaseService cases;
    private final CaseVerdicts verdicts;
    private final GuardianService guardians;
    private final CaseKeys caseKeys;
    private final Clock clock;

    public IntakeService(
            CaseService cases, CaseVerdicts verdicts, GuardianService guardians, CaseKeys caseKeys, Clock clock) {
        this.cases = cases;
        this.verdicts = verdicts;
        this.guardians = guardians;
        this.caseKeys = caseKeys;
        this.clock = clock;
    }

    /** A section as saved: its version and its fields. */
    public record Saved(int version, Map<String, Object> data, Instant savedAt) {}

    /** What a save answers; no personal data. */
    public record Receipt(String section, int version, Instant savedAt) {}

    /** A whole section, with the version that it rests on (0 when there was none). */
    public record Edit(int version, Map<String, Object> data) {}

    /** Saves a section. */
    public Future<Receipt> save(Tx tx, UUID caseId, String name, Edit edit, Caller caller) {
        Section section = Section.of(name);
        section.check(edit.data(), clock);
        return cases.stateForChange(tx, caseId)
                .map(IntakeService::open)
                .compose(state -> asked(tx, caseId, state, section).map(state))
                .compose(state -> cases.standing(tx, caseId).map(now -> {
                    section.checkTerm(edit.data(), now.receivedAt());
                    return section.checkKept(edit.data(), state);
                }))
                .compose(_ -> sections.version(tx, caseId, section))
                .map(found -> fits(found.orElse(0), edit))
                .compose(version -> caseKeys.open(tx, caseId)
                        .compose(cipher -> notOfGuardian(tx, caseId, cipher, section, edit)
                                .compose(_ -> tellAppointment(tx, caseId, cipher, section, edit))
                                .map(_ -> seal(cipher, section, version, edit))))
                .compose(stored -> sections.save(
                                tx, caseId, stored, caller.requireWorker().id())
                        .compose(_ -> appointed(tx, caseId, section, edit))
                        .map(_ -> new Receipt(section.wire(), stored.version(), stored.savedAt())))
                .compose(receipt -> cases.record(tx, AuditAction.CHANGE, caseId, caller, "intake " + section.wire())
                        .compose(_ -> cases.changed(tx, caseId))
                        .map(_ -> receipt));
    }

    private static CaseState open(CaseState state) {
        if (!OPEN.contains(state)) {
            throw Refusal.conflict("intake.closed", "De intake is nu niet open voor deze zaak. Begin eerst de intake.");
        }
        return state;
    }

    private Future<Void> asked(Tx tx, UUID caseId, CaseState state, Section section) {
        return state == CaseState.NOT_FIT_NOW && NOT_ASKED_OF_JUVENILE.contains(section)
                ? Future.succeededFuture()
                : cases.requireRights(tx, caseId);
    }

    private static int fits(int current, Edit edit) {
        if (edit.version() != current) {
            throw Refusal.conflict(
                    "intake.changed",
                    "Iemand anders heeft dit onderdeel net veranderd. Kies wat er moet blijven staan.",
                    Map.of("version", String.valueOf(current)));
        }
        return current + 1;
    }

    /** A number that both have tells that a parent was perhaps never texted: the desk must ask whose it is. */
    private Future<Void> notOfGuardian(Tx tx, UUID caseId, CaseCipher cipher, Section section, Edit edit) {
        if (section != Section.IDENTITY || !(edit.data().get("mobile") instanceof String mobile)) {
            return Future.succeededFuture();
        }
        return guardians.hasNumber(tx, caseId, cipher, mobile).map(same -> {
            if (same) {
                throw Refusal.invalid(
                        "intake.mobile-of-guardian",
                        "Dit nummer staat ook bij een ouder. Vraag van wie het is. Van de ouder: laat dit veld leeg."
                                + " Van de jongere: vraag de ouder om een eigen nummer.");
            }
            return null;
        });
    }

    private Future<Void> tellAppointment(Tx tx, UUID caseId, CaseCipher cipher, Section section, Edit edit) {
        return section.appointment(edit.data())
                .map(appointment ->
                        guardians.tellAppointment(tx, caseId, cipher, appointment, Section.begins(appointment)))
                .orElseGet(Future::succeededFuture);
    }

    /** The rules want to know when the first conversation is. */
    private Future<Void> appointed(Tx tx, UUID caseId, Section section, Edit edit) {
        if (section != Section.APPOINTMENT) {
            return Future.succeededFuture();
        }
        Instant begins = section.appointment(edit.data()).map(Section::begins).orElse(null);
        return verdicts.progress(tx, caseId, progress -> progress.appointed(begins));
    }

    private IntakeRepository.Stored seal(CaseCipher cipher, Section section, int version, Edit edit) {
        return new IntakeRepository.Stored(
                section, version, cipher.seal(place(section), Json.bytes(edit.data())), clock.instant());
    }

    /** All saved sections of a case, by name. */
    public Future<Map<String, Saved>> list(Tx tx, UUID caseId) {
        return caseKeys.open(tx, caseId)
                .compose(cipher -> sections.list(tx, caseId).map(stored -> opened(cipher, stored)));
    }

    /** Moves every section to another case. */
    public Future<Void> move(Tx tx, CaseKeys.Move move) {
        return sections.list(tx, move.from())
                .compose(all -> Each.run(
                        all,
                        one -> sections.move(
                                tx,
                                move.from(),
                                one.section(),
                                move.to(),
                                move.anew(place(one.section()), one.dataSealed()))));
    }

    private static Map<String, Saved> opened(CaseCipher cipher, List<IntakeRepository.Stored> stored) {
        Map<String, Saved> all = new LinkedHashMap<>();
        for (IntakeRepository.Stored one : stored) {
            byte[] json = cipher.open(place(one.section()), one.dataSealed());
            Map<String, Object> data = new JsonObject(new String(json, StandardCharsets.UTF_8)).getMap();
            all.put(one.section().wire(), new Saved(one.version(), data, one.savedAt()));
        }
        return all;
    }

    private static CaseCipher.Place place(Section section) {
        return new CaseCipher.Place("intake_section", "data_sealed", section.wire());
    }
}
