package nl.haltloket.consent;

import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.refusal.Refusal;

/** Where what is consented to stands sealed, and refusals that several parts give. */
final class Consents {
    private Consents() {}

    static CaseCipher.Place offerPlace(UUID id) {
        return new CaseCipher.Place("offer", "details_sealed", id.toString());
    }

    static CaseCipher.Place decisionPlace(UUID id) {
        return new CaseCipher.Place("decision", "details_sealed", id.toString());
    }

    static CaseCipher.Place withdrawalPlace(UUID id) {
        return new CaseCipher.Place("decision", "withdrawal_sealed", id.toString());
    }

    static Refusal notFit() {
        return Refusal.conflict(
                "consent.not-fit",
                "De jongere is nu niet goed aanspreekbaar. Een aanbod of handtekening telt dan niet. Gaat het weer? Leg"
                        + " dat eerst vast.");
    }
}
