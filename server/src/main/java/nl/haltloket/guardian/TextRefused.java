package nl.haltloket.guardian;

import nl.haltloket.notify.Cap;

/**
 * Why a guardian got no text, so that somebody calls.
 *
 * @param code stable, for programs
 * @param sentence Dutch, for the screen
 */
public record TextRefused(String code, String sentence) {
    static final TextRefused NO_MOBILE =
            new TextRefused("sms.no-mobile", "SMS niet verstuurd: dit is geen mobiel nummer. Bel de ouder.");

    static final TextRefused ALREADY_TOLD = new TextRefused(
            "sms.already-told", "SMS niet verstuurd: dit nummer kreeg er al een over deze zaak. Bel de ouder.");

    static final TextRefused NOT_SIGNED = new TextRefused(
            "sms.not-signed",
            "SMS niet verstuurd: nog niemand heeft deze tekst ondertekend. Bel de ouder, en zeg het de coördinator.");

    static final TextRefused NOT_FIT = new TextRefused(
            "sms.not-fit",
            "SMS niet verstuurd: de plek van de afspraak ontbreekt, of past niet in een sms. Bel de ouder.");

    static TextRefused of(Cap cap) {
        return new TextRefused(cap.code(), cap.sentence());
    }
}
