package nl.haltloket.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dossier under the Dutch field names of a referral; a field that was not given is not there. */
public final class DossierJson {
    private static final int CENTS_DIGITS = 2;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private DossierJson() {}

    /** The dossier as UTF-8 JSON; times in UTC, money in euros. */
    public static byte[] json(Dossier dossier) {
        try {
            return MAPPER.writeValueAsBytes(tree(dossier));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A dossier of plain values is always JSON", e);
        }
    }

    /** The same tree with typed leaves: text, boolean, whole number, time, date, money. */
    static Map<String, Object> tree(Dossier dossier) {
        return new Fields()
                .with("zaak", about(dossier))
                .with("evenement", event(dossier.event()))
                .with("verwijzer", referrer(dossier.referrer()))
                .with("feiten", offence(dossier.offence()))
                .with("procedure", declarations(dossier.declarations()))
                .with(
                        "overigeFeiten",
                        dossier.otherOffences().stream().map(DossierJson::other).toList())
                .with("oordeel", ruling(dossier.ruling()))
                .with("jongere", juveniles(dossier))
                .with("veiligheid", safety(dossier.safety()))
                .with("ouderVolgensVerwijzer", statedGuardian(dossier.statedGuardian()))
                .with(
                        "ouders",
                        dossier.guardians().stream().map(DossierJson::guardian).toList())
                .with("intake", intake(dossier.intake()))
                .with("afspraak", section(dossier.intake().appointment()))
                .map();
    }

    private static Map<String, Object> about(Dossier dossier) {
        Dossier.Case about = dossier.about();
        return new Fields()
                .with("zaakId", about.id())
                .with("ticket", about.ticket())
                .with("oefening", dossier.event().drill())
                .code("stand", about.state())
                .code("reden", about.reason())
                .with("loketId", dossier.event().kioskId())
                .with("evenementId", dossier.event().id())
                .with("gemeentecode", dossier.event().municipalityCode())
                .with("registratienummerVerwijzer", about.recordNumber())
                .with("kaartcode", about.cardCode())
                .with("vervangtOverdracht", about.replaces())
                .with("vastgelegdOp", about.capturedAt())
                .with("ingediendOp", about.submittedAt())
                .with("ontvangenOp", about.receivedAt())
                .with("ontvangenDoor", about.receivedBy())
                .with("ontvangstbewijs", about.receiptNumber())
                .map();
    }

    private static Map<String, Object> event(Dossier.Event event) {
        return new Fields()
                .with("naam", event.name())
                .with("plaats", event.place())
                .with("begintOp", event.startsAt())
                .with("eindigtOp", event.endsAt())
                .with("telefoonLoket", event.deskPhone())
                .map();
    }

    private static Map<String, Object> referrer(Dossier.Referrer referrer) {
        return new Fields()
                .code("soort", referrer.kind())
                .with("dienstnummer", referrer.number())
                .with("organisatie", referrer.organisation())
                .with("domein", referrer.domain())
                .with("mandaatId", referrer.mandateId())
                .with("regelversie", referrer.rulesVersion())
                .map();
    }

    private static Map<String, Object> offence(Dossier.Offence offence) {
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

    private static Map<String, Object> other(Dossier.OtherOffence other) {
        return new Fields()
                .with("overdrachtId", other.handoverId())
                .with("ontvangstbewijs", other.receiptNumber())
                .with("registratienummerVerwijzer", other.recordNumber())
                .with("feit", offence(other.offence()))
                .with("procedure", declarations(other.declarations()))
                .map();
    }

    private static Map<String, Object> ruling(Dossier.@Nullable Ruling ruling) {
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
                                        .map(DossierJson::approval)
                                        .toList())
                        .with(
                                "andersBeslist",
                                ruling.overrides().stream()
                                        .map(DossierJson::override)
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

    private static Map<String, Object> declarations(Dossier.Declarations declared) {
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

    private static Map<String, Object> juveniles(Dossier dossier) {
        return new Fields()
                .with("volgensVerwijzer", juvenile(dossier.stated()))
                .with("vastgesteldAanLoket", juvenile(dossier.established()))
                .map();
    }

    private static Map<String, Object> juvenile(Dossier.@Nullable Juvenile juvenile) {
        return juvenile == null
                ? Map.of()
                : new Fields()
                        .with("achternaam", juvenile.familyName())
                        .with("voornamen", juvenile.givenNames())
                        .with("geboortedatum", juvenile.birthDate())
                        .code("identiteitVastgesteldMet", juvenile.basis())
                        .map();
    }

    private static Map<String, Object> safety(Dossier.@Nullable Safety safety) {
        return safety == null
                ? Map.of()
                : new Fields()
                        .with("bijBewustzijn", safety.conscious())
                        .with("gewond", safety.hurt())
                        .with("inGevaar", safety.inDanger())
                        .map();
    }

    private static Map<String, Object> statedGuardian(Dossier.@Nullable StatedGuardian guardian) {
        return guardian == null
                ? Map.of()
                : new Fields()
                        .with("naam", guardian.name())
                        .code("relatie", guardian.relation())
                        .with("mobiel", guardian.number())
                        .map();
    }

    private static Map<String, Object> guardian(Dossier.Guardian guardian) {
        return new Fields()
                .with("naam", guardian.name())
                .code("relatie", guardian.relation())
                .code("gezag", guardian.custody())
                .with("mobiel", guardian.number())
                .with("nummerVoorgelezen", guardian.readBack())
                .with("taal", guardian.language())
                .code("standContact", guardian.state())
                .with("ingelicht", guardian.informed())
                .with("bellenVoor", guardian.callBefore())
                .with("nietBenaderenOmdat", guardian.doNotContactReason())
                .with(
                        "contacten",
                        guardian.history().stream().map(DossierJson::contact).toList())
                .with("inPlaatsVanOuder", substitute(guardian.substitute()))
                .with(
                        "brieven",
                        guardian.letters().stream().map(DossierJson::letter).toList())
                .map();
    }

    private static Map<String, Object> substitute(Dossier.@Nullable Substitute one) {
        return one == null
                ? Map.of()
                : new Fields()
                        .code("wie", one.who())
                        .with("naam", one.name())
                        .with("relatie", one.relation())
                        .with("telefoon", one.number())
                        .with("genoemdOp", one.namedAt())
                        .with("gesprokenOp", one.spokenAt())
                        .with("gesprokenDoor", one.spokenBy())
                        .with("afgesproken", one.words())
                        .map();
    }

    private static Map<String, Object> letter(Dossier.Letter letter) {
        return new Fields()
                .with("op", letter.at())
                .with("door", letter.by())
                .code("wijze", letter.way())
                .with("aan", letter.to())
                .map();
    }

    private static Map<String, Object> contact(Dossier.Contact contact) {
        return new Fields()
                .with("op", contact.at())
                .code("stand", contact.state())
                .with("door", contact.by())
                .with("gesprokenMet", contact.spokenWith())
                .with("gezegd", contact.words())
                .with("reden", contact.reason())
                .code("hoe", contact.how())
                .map();
    }

    private static Map<String, Object> intake(Dossier.Intake intake) {
        return new Fields()
                .with("identiteit", section(intake.identity()))
                .with("taal", section(intake.language()))
                .with("contact", section(intake.contact()))
                .with("ophalen", section(intake.pickup()))
                .map();
    }

    private static Map<String, Object> section(Map<String, Object> answers) {
        var fields = new Fields();
        for (var answer : answers.entrySet()) {
            Object value = answer.getValue();
            fields = fields.with(answer.getKey(), value instanceof String text ? DutchWords.of(text) : value);
        }
        return fields.map();
    }

    private static @Nullable BigDecimal euros(@Nullable Long cents) {
        return cents == null ? null : BigDecimal.valueOf(cents, CENTS_DIGITS);
    }
}
