package nl.haltloket.transfer;

/** Why a package did not get through yet, in a sentence for the desk. Nothing is lost by any of them. */
public enum TransferProblem {
    UNREACHABLE("De ontvanger is nu niet te bereiken. Het loket probeert het vanzelf opnieuw."),
    NO_ANSWER("De ontvanger gaf geen antwoord. Het loket vraagt het vanzelf opnieuw; dubbel aankomen kan niet."),
    CERTIFICATE("Het certificaat van de ontvanger klopt niet. Er is niets verstuurd. Waarschuw de coördinator."),
    REFUSED("De ontvanger weigert het pakket. De zaak blijft hier staan. Waarschuw de coördinator."),
    BUSY("Bij de ontvanger is een storing. Het loket probeert het vanzelf opnieuw."),
    RECEIPT_FOLLOWS("De ontvanger heeft het pakket. Het ondertekende ontvangstbewijs komt nog."),
    UNREADABLE("Het antwoord van de ontvanger is niet te lezen. De zaak blijft hier staan. Waarschuw de coördinator."),
    RECEIPT_SIGNATURE(
            "De handtekening onder het ontvangstbewijs klopt niet. De zaak blijft hier staan. Waarschuw de coördinator."),
    RECEIPT_OTHER(
            "Het ontvangstbewijs hoort bij een ander pakket. De zaak blijft hier staan. Waarschuw de coördinator."),
    NUMBER_OTHER(
            "De ontvanger noemt een ander zaaknummer dan eerst. De zaak blijft hier staan. Waarschuw de coördinator."),
    PACKAGE_CHANGED(
            "Het pakket is veranderd nadat het was gemaakt. Het wordt niet verstuurd. Waarschuw de coördinator, en maak het"
                    + " daarna opnieuw."),
    RECEIVER_GONE("Deze ontvanger staat niet meer in de lijst. Waarschuw de coördinator.");

    private final String sentence;

    TransferProblem(String sentence) {
        this.sentence = sentence;
    }

    /** For the screen. */
    String sentence(int status) {
        return status == 0 ? sentence : sentence + " Antwoord: %d.".formatted(status);
    }

    /** Whether the receiver is at work and nothing is wrong. */
    boolean isCalm() {
        return this == RECEIPT_FOLLOWS;
    }
}
