package nl.haltloket.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nl.haltloket.eligibility.Facts.Value.Code;
import nl.haltloket.eligibility.Facts.Value.Whole;
import nl.haltloket.eligibility.Situation.Mandate;
import nl.haltloket.eligibility.Situation.Prior;
import nl.haltloket.eligibility.Situation.Referrer;
import org.jspecify.annotations.Nullable;

/** From a situation to facts: what was said, what the calendar says, and what the list says of the offence. */
final class Derivation {
    /** Every fact that a situation can give. */
    static final Set<String> FACTS = Set.of(
            "admission",
            "age",
            "asksDamage",
            "asksFireworks",
            "asksPublicRoad",
            "asksReferrerIsVictim",
            "asksValue",
            "boaRefer",
            "cautionGiven",
            "contactUnsafe",
            "counsel",
            "counselDone",
            "custody",
            "damageCeiling2024Cents",
            "damageCeilingCents",
            "damageCents",
            "damageTotalCeiling2024Cents",
            "damageTotalCeilingCents",
            "damageTotalCents",
            "daysToAppointment",
            "daysToReceipt",
            "domainOk",
            "feitcode",
            "fireworks",
            "guardianConsent",
            "guardianTold",
            "halt",
            "hovj",
            "identity",
            "inArea",
            "juvenileConsent",
            "manner",
            "monthsSinceHearing",
            "offenceId",
            "offenceInMandate",
            "offenceKind",
            "offenceKnown",
            "offenceList",
            "offerHandedOver",
            "ovj",
            "policeRefer",
            "priorCheck",
            "priorCrimeRecord",
            "priorHalt",
            "priorHaltViolations",
            "publicRoad",
            "referrerDomain",
            "referrerIsVictim",
            "referrerKind",
            "referrerListed",
            "responsive",
            "safety",
            "valueCeiling2024Cents",
            "valueCeilingCents",
            "valueCents",
            "wantsHelp",
            "withinMandate");

    private static final String UNKNOWN = "UNKNOWN";
    private static final String NOT_ASKED = "NOT_ASKED";
    private static final String BOA = "BOA";
    private static final List<String> ASKS = List.of("value", "damage", "publicRoad", "fireworks", "referrerIsVictim");

    private final TreeMap<String, Facts.Value> facts = new TreeMap<>();
    private final Situation situation;

    private Derivation(Situation situation) {
        this.situation = situation;
    }

    /** Everything that is known. */
    static Facts of(Situation situation, Offences offences) {
        Derivation derivation = new Derivation(situation);
        Offence offence = offences.on(situation.offenceId(), LocalDates.at(situation.offenceAt()))
                .orElse(null);
        derivation.declared();
        derivation.procedure();
        derivation.counted();
        derivation.referrer(situation.referrer(), offence);
        derivation.mandate(situation.mandate());
        derivation.prior(situation.prior());
        derivation.code("offenceKnown", offence == null ? "NO" : "YES");
        if (offence != null) {
            derivation.offence(offence);
        }
        return new Facts(derivation.facts);
    }

    private void declared() {
        code("offenceId", situation.offenceId());
        code("feitcode", situation.feitcode(), "NONE");
        code("identity", situation.identity());
        code("manner", situation.manner());
        code("publicRoad", situation.publicRoad());
        code("referrerIsVictim", situation.referrerIsVictim());
        code("cautionGiven", situation.cautionGiven());
        code("counselDone", situation.counselDone());
        code("counsel", situation.counsel());
        code("fireworks", situation.fireworks());
        code("admission", situation.admission());
        code("responsive", situation.responsive());
        code("guardianTold", situation.guardianTold());
        whole("damageCents", situation.damageCents());
        whole("damageTotalCents", situation.damageTotalCents());
        whole("valueCents", situation.valueCents());
    }

    /** What happens later in the case; not asked yet is known, and is not unknown. */
    private void procedure() {
        Referrer referrer = situation.referrer();
        boolean byProsecutor = referrer != null && "PROSECUTOR".equals(referrer.kind());
        code("hovj", situation.hovj(), NOT_ASKED);
        code("ovj", situation.ovj(), byProsecutor ? "APPROVED" : NOT_ASKED);
        code("safety", situation.safety(), "NOT_ASSESSED");
        code("juvenileConsent", situation.juvenileConsent(), NOT_ASKED);
        code("guardianConsent", situation.guardianConsent(), NOT_ASKED);
        code("halt", situation.halt(), "NOT_DECIDED");
        code("contactUnsafe", situation.contactUnsafe());
        code("custody", situation.custody());
        code("offerHandedOver", situation.offerHandedOver());
        code("wantsHelp", situation.wantsHelp());
    }

    private void counted() {
        Instant offence = situation.offenceAt();
        Instant hearing = Objects.requireNonNullElse(situation.firstHearingAt(), offence);
        Instant receipt = situation.receivedAt();
        Instant appointment = situation.appointmentAt();
        String birthDate = situation.birthDate();
        if (birthDate != null) {
            put("age", LocalDates.age(birthDate, LocalDates.at(offence)));
        }
        if (receipt != null) {
            whole("daysToReceipt", LocalDates.days(hearing, receipt));
        }
        if (receipt != null && appointment != null) {
            whole("daysToAppointment", LocalDates.days(receipt, appointment));
        }
        Instant judged = Objects.requireNonNullElse(situation.judgedAt(), offence);
        whole("monthsSinceHearing", LocalDates.monthsBegun(hearing, judged));
    }

    private void referrer(@Nullable Referrer referrer, @Nullable Offence offence) {
        if (referrer == null) {
            return;
        }
        code("referrerKind", referrer.kind());
        code("referrerDomain", referrer.domain());
        yesNo("referrerListed", referrer.listed());
        if (BOA.equals(referrer.kind()) && known(referrer.domain()) && offence != null) {
            yesNo("domainOk", offence.investigate().boaDomains().contains(referrer.domain()));
        }
    }

    private void mandate(@Nullable Mandate mandate) {
        if (mandate == null) {
            return;
        }
        Truth within = LocalDates.reached(mandate.from(), situation.offenceAt())
                .and(LocalDates.reached(mandate.to(), situation.offenceAt()).not());
        code("withinMandate", within.name());
        if (mandate.offences() != null) {
            yesNo("offenceInMandate", mandate.offences().contains(situation.offenceId()));
        }
        code("inArea", mandate.inArea());
    }

    /** A check that found nothing, or nothing worse than an overtreding, says so of its parts too. */
    private void prior(@Nullable Prior prior) {
        if (prior == null) {
            return;
        }
        code("priorCheck", prior.check());
        Integer none = "NONE".equals(prior.check()) ? Integer.valueOf(0) : null;
        whole("priorHalt", prior.halt() == null ? none : prior.halt());
        whole("priorHaltViolations", prior.haltViolations() == null ? none : prior.haltViolations());
        code("priorCrimeRecord", known(prior.crimeRecord()) ? prior.crimeRecord() : crimeRecord(prior.check()));
    }

    private static @Nullable String crimeRecord(@Nullable String check) {
        return check == null || check.equals(UNKNOWN) ? null : check.equals("CRIME") ? "YES" : "NO";
    }

    private void offence(Offence offence) {
        put("offenceList", new Code(offence.list()));
        code("offenceKind", offence.kind());
        code("policeRefer", offence.refer().police());
        code("boaRefer", boaRefer(offence.refer()));
        for (String ask : ASKS) {
            yesNo(
                    "asks" + Character.toUpperCase(ask.charAt(0)) + ask.substring(1),
                    offence.asks().contains(ask));
        }
        Offence.Ceilings ceilings = offence.ceilings();
        whole("valueCeilingCents", ceilings.valueCents());
        whole("damageCeilingCents", ceilings.damageOffenderCents());
        whole("damageTotalCeilingCents", ceilings.damageTotalCents());
        whole("valueCeiling2024Cents", ceilings.value2024Cents());
        whole("damageCeiling2024Cents", ceilings.damageOffender2024Cents());
        whole("damageTotalCeiling2024Cents", ceilings.damageTotal2024Cents());
    }

    /** A standing power is for the domains named; a boa of another one needs a project. */
    private @Nullable String boaRefer(Offence.Refer refer) {
        if (!refer.boa().equals("STRUCTURAL")) {
            return refer.boa();
        }
        String domain =
                situation.referrer() == null ? null : situation.referrer().domain();
        return !known(domain) ? null : refer.domains().contains(domain) ? "STRUCTURAL" : "PROJECT";
    }

    private static boolean known(@Nullable String value) {
        return value != null && !value.equals(UNKNOWN);
    }

    private void code(String fact, @Nullable String value) {
        if (value != null && !value.equals(UNKNOWN)) {
            facts.put(fact, new Code(value));
        }
    }

    private void code(String fact, @Nullable String value, String otherwise) {
        facts.put(fact, new Code(value == null || value.equals(UNKNOWN) ? otherwise : value));
    }

    private void yesNo(String fact, @Nullable Boolean value) {
        if (value != null) {
            facts.put(fact, new Code(value ? "YES" : "NO"));
        }
    }

    private void whole(String fact, @Nullable Number value) {
        if (value != null) {
            facts.put(fact, new Whole(value.longValue(), value.longValue()));
        }
    }

    private void put(String fact, Facts.@Nullable Value value) {
        if (value != null) {
            facts.put(fact, value);
        }
    }
}
