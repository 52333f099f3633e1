package nl.haltloket.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dossier under the Dutch field names of a referral; a field that was not given is not there. */
public final class DossierJson {
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
                .with("feiten", DossierOffences.offence(dossier.offence()))
                .with("procedure", DossierOffences.declarations(dossier.declarations()))
                .with(
                        "overigeFeiten",
                        dossier.otherOffences().stream()
                                .map(DossierOffences::other)
                                .toList())
                .with("oordeel", DossierOffences.ruling(dossier.ruling()))
                .with("jongere", juveniles(dossier))
                .with("veiligheid", safety(dossier.safety()))
                .with("ouderVolgensVerwijzer", statedGuardian(dossier.statedGuardian()))
                .with(
                        "ouders",
                        dossier.guardians().stream()
                                .map(DossierGuardians::guardian)
                                .toList())
                .with("rechten", DossierAgreement.explained(dossier.agreement().rights(), "getoondOp"))
                .with(
                        "aanbiedingen",
                        dossier.agreement().offers().stream()
                                .map(one -> DossierAgreement.explained(one, "op"))
                                .toList())
                .with(
                        "besluiten",
                        dossier.agreement().decisions().stream()
                                .map(DossierAgreement::decided)
                                .toList())
                .with("eigenWoorden", DossierAgreement.words(dossier.agreement().ownWords()))
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
}
