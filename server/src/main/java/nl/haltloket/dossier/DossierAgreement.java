package nl.haltloket.dossier;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.Choice;
import nl.haltloket.casefile.Chosen;
import nl.haltloket.casefile.Offer;
import nl.haltloket.casefile.RightsShown;
import nl.haltloket.guardian.Guardian;
import org.jspecify.annotations.Nullable;

/** The part of a dossier that tells how freely and how well informed somebody agreed or refused. */
final class DossierAgreement {
    private DossierAgreement() {}

    static Dossier.Agreement of(CaseFile file, Chosen chosen, Dossier.@Nullable OwnWords ownWords) {
        return new Dossier.Agreement(
                Optional.ofNullable(file.rights()).map(DossierAgreement::rights).orElse(null),
                chosen.offers().stream().map(DossierAgreement::offer).toList(),
                chosen.choices().stream().map(choice -> decision(file, choice)).toList(),
                ownWords);
    }

    private static Dossier.Explained rights(RightsShown shown) {
        return new Dossier.Explained(
                shown.at(),
                shown.by(),
                shown.language(),
                shown.version(),
                shown.medium().name(),
                shown.readAloud(),
                shown.interpreter());
    }

    private static Dossier.Explained offer(Offer offer) {
        return new Dossier.Explained(
                offer.at(),
                offer.by(),
                offer.language(),
                offer.version(),
                offer.medium().name(),
                offer.readAloud(),
                offer.interpreter());
    }

    private static Dossier.Decision decision(CaseFile file, Choice choice) {
        return new Dossier.Decision(
                choice.at(),
                choice.by(),
                choice.person().name(),
                name(file, choice.guardianId()),
                choice.purpose().name(),
                choice.answer().name(),
                new Dossier.Decision.Explanation(
                        choice.document(),
                        choice.version(),
                        choice.language(),
                        choice.channel().name(),
                        choice.readAloud(),
                        choice.interpreter()),
                choice.words(),
                choice.number(),
                signature(choice.signature()),
                choice.withdrawnAt() == null
                        ? null
                        : new Dossier.Decision.Withdrawal(
                                choice.withdrawnAt(), choice.withdrawnBy(), choice.withdrawalWords()));
    }

    private static Dossier.Decision.@Nullable Signature signature(Choice.@Nullable Signed signed) {
        return signed == null
                ? null
                : new Dossier.Decision.Signature(
                        signed.at(), signed.state() == Choice.Signed.State.VALID, signed.statementHash());
    }

    private static @Nullable String name(CaseFile file, @Nullable UUID guardianId) {
        return file.guardians().stream()
                .filter(guardian -> guardian.id().equals(guardianId))
                .findFirst()
                .map(Guardian::details)
                .map(details -> details.name())
                .orElse(null);
    }

    /** Under its Dutch names. */
    static Map<String, Object> explained(Dossier.@Nullable Explained one, String when) {
        return one == null
                ? Map.of()
                : new Fields()
                        .with(when, one.at())
                        .with("door", one.by())
                        .with("taal", one.language())
                        .with("versie", one.version())
                        .with("medium", "SPOKEN".equals(one.medium()) ? "mondeling" : DutchWords.of(one.medium()))
                        .with("voorgelezen", one.readAloud())
                        .with("tolk", one.interpreter())
                        .map();
    }

    /** Under its Dutch names. */
    static Map<String, Object> decided(Dossier.Decision one) {
        Dossier.Decision.Explanation rests = one.explanation();
        Dossier.Decision.Signature signature = one.signature();
        Dossier.Decision.Withdrawal withdrawal = one.withdrawal();
        return new Fields()
                .with("op", one.at())
                .with("door", one.by())
                .code("persoon", one.person())
                .with("ouder", one.guardian())
                .code("doel", one.purpose())
                .code("antwoord", one.answer())
                .code("document", rests.document())
                .with("versie", rests.version())
                .with("taal", rests.language())
                .code("kanaal", rests.channel())
                .with("voorgelezen", rests.readAloud())
                .with("tolk", rests.interpreter())
                .with("gezegd", one.words())
                .with("nummer", one.number())
                .with("ondertekendOp", signature == null ? null : signature.at())
                .with("handtekeningKlopt", signature == null ? null : signature.holds())
                .with("handtekeningSha256", signature == null ? null : signature.hash())
                .with("ingetrokkenOp", withdrawal == null ? null : withdrawal.at())
                .with("ingetrokkenDoor", withdrawal == null ? null : withdrawal.by())
                .with("ingetrokkenWoorden", withdrawal == null ? null : withdrawal.words())
                .map();
    }

    static Map<String, Object> words(Dossier.@Nullable OwnWords words) {
        return words == null || words.text().isBlank()
                ? Map.of()
                : new Fields()
                        .with("tekst", words.text())
                        .with("op", words.at())
                        .map();
    }
}
