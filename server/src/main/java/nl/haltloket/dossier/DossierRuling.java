package nl.haltloket.dossier;

import nl.haltloket.casefile.Approval;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.Decided;
import nl.haltloket.casefile.Overruling;
import nl.haltloket.eligibility.Verdict;
import nl.haltloket.handover.StoredVerdict;

/** The part of a dossier that says what the rules said, and what people decided on that. */
final class DossierRuling {
    private DossierRuling() {}

    static Dossier.Ruling of(CaseFile file) {
        StoredVerdict stored = file.governing();
        Verdict verdict = stored.judged().verdict();
        return new Dossier.Ruling(
                verdict.decision().name(),
                verdict.provisional(),
                stored.cause().name(),
                stored.at(),
                verdict.rules(),
                verdict.offences(),
                verdict.fired().stream()
                        .map(fired -> new Dossier.Ruling.Reason(fired.id(), fired.sentence()))
                        .toList(),
                file.decided().approvals().stream().map(DossierRuling::approval).toList(),
                file.decided().overrides().stream().map(DossierRuling::override).toList());
    }

    private static Dossier.Ruling.Approval approval(Approval given) {
        return new Dossier.Ruling.Approval(
                given.givenAt(),
                given.authority().name(),
                given.approved(),
                given.who(),
                given.reference(),
                given.recordedBy());
    }

    private static Dossier.Ruling.Overridden override(Decided.Overridden given) {
        Overruling override = given.override();
        return new Dossier.Ruling.Overridden(
                given.recordedAt(),
                given.recordedBy(),
                override.decision().name(),
                override.reason().name(),
                override.note());
    }
}
