package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.handover.Handover;
import nl.haltloket.handover.HandoverContent;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.handover.StoredVerdict;
import nl.haltloket.json.Json;
import org.jspecify.annotations.Nullable;

/** Opens a stored case with all that belongs to it. */
final class CaseReader {
    private final HandoverService handovers;
    private final GuardianService guardians;
    private final CaseVerdicts verdicts;
    private final Rights rights;
    private final CaseKeys caseKeys;

    CaseReader(
            HandoverService handovers,
            GuardianService guardians,
            CaseVerdicts verdicts,
            Rights rights,
            CaseKeys caseKeys) {
        this.handovers = handovers;
        this.guardians = guardians;
        this.verdicts = verdicts;
        this.rights = rights;
        this.caseKeys = caseKeys;
    }

    private record Said(List<CaseFile.Offence> others, List<StoredVerdict> all, Decided.Block block, Decided decided) {}

    private record Around(
            HandoverContent content, Optional<RightsShown> rights, List<Guardian> guardians, List<UUID> waiting) {}

    Future<CaseFile> open(Tx tx, CaseRepository.Stored stored) {
        UUID id = stored.id();
        return caseKeys.open(tx, id)
                .compose(cipher -> handovers.require(tx, id).compose(handover -> open(tx, stored, cipher, handover)));
    }

    private Future<CaseFile> open(Tx tx, CaseRepository.Stored stored, CaseCipher cipher, Handover handover) {
        return said(tx, handover).compose(said -> around(tx, handover, cipher)
                .map(around -> file(cipher, stored, handover, said, around)));
    }

    private static CaseFile file(
            CaseCipher cipher, CaseRepository.Stored stored, Handover handover, Said said, Around around) {
        HandoverContent content = around.content();
        List<CaseFile.Offence> others = said.others();
        return new CaseFile(
                stored.id(),
                stored.state(),
                stored.stateSince(),
                stored.reason(),
                note(cipher, stored),
                around.rights().orElse(null),
                Freedom.of(Stream.concat(Stream.of(content), others.stream().map(CaseFile.Offence::content))
                        .toList()),
                stored.fit(),
                CaseVerdicts.progress(cipher, stored),
                stored.receivedAt(),
                stored.receivedBy(),
                CaseService.opened(cipher, CaseService.SAFETY, stored.safetySealed(), Receipt.Safety.class),
                CaseService.opened(cipher, CaseService.IDENTITY, stored.identitySealed(), Receipt.Identity.class),
                handover,
                content,
                said.all().getFirst(),
                StoredVerdict.worst(said.all()),
                said.block(),
                said.decided(),
                around.guardians(),
                others,
                around.waiting());
    }

    private static @Nullable String note(CaseCipher cipher, CaseRepository.Stored stored) {
        byte[] sealed = stored.noteSealed();
        return sealed == null ? null : Json.read(cipher.open(CaseService.NOTE, sealed), String.class);
    }

    private Future<Around> around(Tx tx, Handover handover, CaseCipher cipher) {
        UUID id = handover.id();
        return handovers.content(tx, handover).compose(content -> rights.last(tx, id, cipher)
                .compose(shown ->
                        guardians.list(tx, id, cipher).compose(all -> around(tx, handover, content, shown, all))));
    }

    private Future<Around> around(
            Tx tx, Handover handover, HandoverContent content, Optional<RightsShown> shown, List<Guardian> all) {
        return handovers.waiting(tx, handover.ticket()).map(waiting -> new Around(content, shown, all, waiting));
    }

    private Future<Said> said(Tx tx, Handover first) {
        return others(tx, first.id())
                .compose(others -> verdicts.current(tx, first).compose(one -> said(tx, first, others, one)));
    }

    private Future<Said> said(Tx tx, Handover first, List<CaseFile.Offence> others, StoredVerdict one) {
        List<StoredVerdict> all = Stream.concat(Stream.of(one), others.stream().map(CaseFile.Offence::verdict))
                .toList();
        return verdicts.block(tx, first.id(), all).compose(block -> verdicts.decided(tx, first.id())
                .map(decided -> new Said(others, all, block, decided)));
    }

    private Future<List<CaseFile.Offence>> others(Tx tx, UUID id) {
        return handovers
                .joined(tx, id)
                .compose(all ->
                        Each.of(all, one -> handovers.content(tx, one).compose(content -> verdicts.current(tx, one)
                                .map(verdict -> new CaseFile.Offence(one, content, verdict)))));
    }
}
