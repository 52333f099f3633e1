package nl.haltloket.eligibility;

import com.fasterxml.jackson.databind.JsonNode;

/** The list of offences, beyond its schema. */
final class OffencesCheck extends LawCheck {
    private static final String OFFENCES = "/offences";

    /** A hundred thousand euro: more is surely a mistake. */
    private static final long CENTS_MAX = 10_000_000;

    OffencesCheck(LawDocument file, JsonNode tree) {
        super(file, tree);
    }

    @Override
    void run() {
        sources();
        records(OFFENCES);
        each(OFFENCES).forEach(offence -> {
            checkDate(offence + "/verifiedOn");
            fields(offence + "/ceilings").forEach(this::cents);
            asks(offence, "value", "valueCents");
            asks(offence, "damage", "damageOffenderCents");
            asks(offence, "damage", "damageTotalCents");
        });
    }

    private void cents(String pointer) {
        JsonNode amount = at(pointer);
        boolean whole = amount.canConvertToLong() && amount.isIntegralNumber();
        if (!amount.isNull() && !(whole && amount.asLong() > 0 && amount.asLong() <= CENTS_MAX)) {
            refuse(pointer, "not a whole number of euro cents from 1 to " + CENTS_MAX + ": " + amount);
        }
    }

    private void asks(String offence, String ask, String ceiling) {
        boolean asked = each(offence + "/asks").anyMatch(at -> at(at).asText().equals(ask));
        if (asked && at(offence + "/ceilings/" + ceiling).isMissingNode()) {
            refuse(offence + "/ceilings", "asks " + ask + " but has no " + ceiling);
        }
    }
}
