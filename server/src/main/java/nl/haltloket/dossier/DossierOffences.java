package nl.haltloket.dossier;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The branches of a dossier that tell of the offences, of what the referrer declared and of what the rules said. */
final class DossierOffences {
    private static final int CENTS_DIGITS = 2;

    private DossierOffences() {}

    static Map<String, Object> offence(Dossier.Offence offence) {
        return new Fields()
                .with("feitId", offence.id())
                .with("kwalificatie", offence.label())
                .with("wetsartikel", offence.article())
                .with("feitcode", offence.feitcode())
                .code("soortFeit", offence.kind())
                .with("pleegtijd", offence.at())
                .with("pleegplaats", offence.place())
                .with("feitelijkeOmschrijving", offence.description())
                .code("wijze", offence.manner())
                .code("heterdaad", offence.caughtInAct())
                .with("schade", euros(offence.damageCents()))
                .with("waardeGoed", euros(offence.valueCents()))
                .with("toetsing", eligibility(offence.eligibility()))
                .map();
    }

    private static Map<String, Object> eligibility(Dossier.@Nullable Eligibility asked) {
        return asked == null
                ? Map.of()
                : new Fields()
                        .code("openbareWeg", asked.publicRoad())
                        .code("vuurwerkCategorie", asked.fireworks())
                        .code("verwijzerIsSlachtoffer", asked.referrerIsVictim())
                        .with("schadeTotaal", euros(asked.damageTotalCents()))
                        .code("binnenGebiedVanMandaat", asked.inArea())
                        .with("eerdereHaltZaken", asked.priorHalt())
                        .with("eerdereHaltZakenOvertreding", asked.priorHaltViolations())
                        .code("hulpofficierAkkoord", asked.assistantApproves())
                        .code("oordeelOpTelefoon", asked.phoneDecision())
                        .code("oordeelOpTelefoonVoorlopig", asked.phoneProvisional())
                        .map();
    }

    static Map<String, Object> other(Dossier.OtherOffence other) {
        return new Fields()
                .with("overdrachtId", other.handoverId())
                .with("ontvangstbewijs", other.receiptNumber())
                .with("registratienummerVerwijzer", other.recordNumber())
                .with("feit", offence(other.offence()))
                .with("procedure", declarations(other.declarations()))
                .map();
    }

    static Map<String, Object> declarations(Dossier.Declarations declared) {
        return new Fields()
                .code("cautieGegeven", declared.cautionGiven())
                .code("verdenkingMedegedeeld", declared.suspicionTold())
                .code("rechtOpRaadsmanMedegedeeld", declared.counselTold())
                .code("raadsman", declared.counsel())
                .code("bekent", declared.admission())
                .code("aanspreekbaar", declared.responsive())
                .code("eerderGeregistreerd", declared.priorCheck())
                .code("ouderIngelichtDoorVerwijzer", declared.guardianTold())
                .with("ouderIngelichtHoe", declared.guardianToldHow())
                .with("hulpofficier", declared.assistantProsecutor())
                .map();
    }

    static Map<String, Object> ruling(Dossier.@Nullable Ruling ruling) {
        return ruling == null
                ? Map.of()
                : new Fields()
                        .code("uitkomst", ruling.decision())
                        .with("voorlopig", ruling.provisional())
                        .code("aanleiding", ruling.cause())
                        .with("geoordeeldOp", ruling.at())
                        .with("regelversie", ruling.rulesVersion())
                        .with("feitenversie", ruling.offencesVersion())
                        .with(
                                "redenen",
                                ruling.reasons().stream()
                                        .map(reason -> new Fields()
                                                .with("regel", reason.rule())
                                                .with("zin", reason.sentence())
                                                .map())
                                        .toList())
                        .with(
                                "toestemmingen",
                                ruling.approvals().stream()
                                        .map(DossierOffences::approval)
                                        .toList())
                        .with(
                                "andersBeslist",
                                ruling.overrides().stream()
                                        .map(DossierOffences::override)
                                        .toList())
                        .map();
    }

    private static Map<String, Object> approval(Dossier.Ruling.Approval given) {
        return new Fields()
                .with("op", given.givenAt())
                .code("bevoegdheid", given.authority())
                .with("akkoord", given.approved())
                .with("wie", given.who())
                .with("kenmerk", given.reference())
                .with("vastgelegdDoor", given.recordedBy())
                .map();
    }

    private static Map<String, Object> override(Dossier.Ruling.Overridden given) {
        return new Fields()
                .with("op", given.at())
                .with("door", given.by())
                .code("regelsZeiden", given.decision())
                .code("reden", given.reason())
                .with("uitleg", given.note())
                .map();
    }

    private static @Nullable BigDecimal euros(@Nullable Long cents) {
        return cents == null ? null : BigDecimal.valueOf(cents, CENTS_DIGITS);
    }
}
