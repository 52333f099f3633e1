package nl.haltloket.care;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Keeps the care record; a change that rests on an older version is refused, never overwritten. */
public final class CareService {
    private static final Map<String, String> SCIL_REASONS = Map.of(
            "READING", "leest of schrijft moeilijk",
            "UNDERSTANDING", "begrijpt vragen of brieven moeilijk",
            "REPEATING", "uitleg moest vaak opnieuw",
            "SCHOOL", "speciaal onderwijs of extra hulp op school",
            "TOLD", "de jongere of een ouder zegt het zelf");

    private final CareRepository parts = new CareRepository();
    private final WarmHandovers warmHandovers;
    private final CaseService cases;
    private final CaseKeys caseKeys;
    private final CareTrail trail;
    private final Clock clock;

    CareService(CaseService cases, WarmHandovers warmHandovers, CaseKeys caseKeys, CareTrail trail, Clock clock) {
        this.cases = cases;
        this.warmHandovers = warmHandovers;
        this.caseKeys = caseKeys;
        this.trail = trail;
        this.clock = clock;
    }

    /** Saves a part. */
    public Future<CareRecord.Kept> save(Tx tx, UUID caseId, String name, CareRecord.Edit edit, Caller caller) {
        CarePart part = CarePart.of(name);
        UUID workerId = caller.requireWorker().id();
        return asked(tx, caseId, part)
                .compose(_ -> cases.birthDate(tx, caseId))
                .compose(born -> {
                    part.check(edit.data(), born, today());
                    return parts.version(tx, caseId, part);
                })
                .map(found -> Versions.next(found.orElse(0), edit.version()))
                .compose(version -> caseKeys.open(tx, caseId)
                        .compose(cipher -> parts.save(
                                tx,
                                caseId,
                                part,
                                version,
                                cipher.seal(place(part), Json.bytes(edit.data())),
                                clock.instant(),
                                workerId))
                        .map(_ -> new CareRecord.Kept(part.wire(), version, clock.instant())))
                .compose(kept -> trail.care(tx, AuditAction.CHANGE, caseId, caller, "care " + part.wire())
                        .map(_ -> kept));
    }

    private Future<Void> asked(Tx tx, UUID caseId, CarePart part) {
        return cases.stateForChange(tx, caseId).compose(state -> {
            Versions.requireKept(state);
            return part.isAsked() ? cases.requireRights(tx, caseId) : Future.succeededFuture();
        });
    }

    /** The whole record; the look is recorded with care as its purpose. */
    public Future<CareRecord> read(Tx tx, UUID caseId, Caller caller) {
        return cases.birthDate(tx, caseId).compose(born -> trail.care(tx, AuditAction.READ, caseId, caller, "care")
                .compose(_ -> saved(tx, caseId))
                .compose(saved -> warmHandovers
                        .list(tx, caseId)
                        .map(given -> new CareRecord(
                                saved,
                                given,
                                isEasy(saved),
                                isAged(born, CarePart.SCIL_AGE_MIN),
                                WarmBasis.needsGuardian(born, today())))));
    }

    /** Whether the juvenile's screens are to be plainer; says nothing of why, and is no look at the record. */
    public Future<CareRecord.Screens> screens(Tx tx, UUID caseId) {
        return saved(tx, caseId).map(saved -> new CareRecord.Screens(isEasy(saved)));
    }

    /** What of the record may leave the desk; its caller records the look. */
    public Future<CareRecord.Shared> shared(Tx tx, UUID caseId) {
        return saved(tx, caseId).compose(saved -> warmHandovers
                .list(tx, caseId)
                .map(given -> new CareRecord.Shared(
                        given.stream().filter(one -> one.withdrawnAt() == null).toList(), scilReason(saved))));
    }

    /** Moves the record to another case. */
    public Future<Void> move(Tx tx, CaseKeys.Move move) {
        return parts.list(tx, move.from())
                .compose(all -> Each.run(
                        all,
                        one -> parts.move(
                                tx,
                                move.from(),
                                one.part(),
                                move.to(),
                                move.anew(place(one.part()), one.dataSealed()))));
    }

    private static @Nullable String scilReason(Map<String, CareRecord.Saved> saved) {
        CareRecord.Saved scil = saved.get(CarePart.SCIL.wire());
        return scil == null || !Boolean.TRUE.equals(scil.data().get("occasion"))
                ? null
                : SCIL_REASONS.get(CarePart.text(scil.data(), "reason"));
    }

    /** On any doubt: who needs a SCIL needs plain screens now. */
    private static boolean isEasy(Map<String, CareRecord.Saved> saved) {
        CareRecord.Saved scil = saved.get(CarePart.SCIL.wire());
        return scil != null
                && (Boolean.TRUE.equals(scil.data().get("easyScreens"))
                        || Boolean.TRUE.equals(scil.data().get("occasion")));
    }

    private boolean isAged(LocalDate born, int years) {
        return !born.plusYears(years).isAfter(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CaseService.ZONE);
    }

    private Future<Map<String, CareRecord.Saved>> saved(Tx tx, UUID caseId) {
        return caseKeys.open(tx, caseId)
                .compose(cipher -> parts.list(tx, caseId).map(stored -> opened(cipher, stored)));
    }

    private static Map<String, CareRecord.Saved> opened(CaseCipher cipher, List<CareRepository.Stored> stored) {
        Map<String, CareRecord.Saved> all = new LinkedHashMap<>();
        for (CareRepository.Stored one : stored) {
            byte[] json = cipher.open(place(one.part()), one.dataSealed());
            Map<String, Object> data = new JsonObject(new String(json, StandardCharsets.UTF_8)).getMap();
            all.put(one.part().wire(), new CareRecord.Saved(one.version(), data, one.savedAt(), one.savedBy()));
        }
        return all;
    }

    private static CaseCipher.Place place(CarePart part) {
        return new CaseCipher.Place("care_part", "data_sealed", part.wire());
    }
}
