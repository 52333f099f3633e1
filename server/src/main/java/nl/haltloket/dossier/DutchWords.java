package nl.haltloket.dossier;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes of the HTTP contract in the words another organisation reads. A code means the same wherever it stands. */
final class DutchWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("YES", "ja"),
            entry("NO", "nee"),
            entry("PARTLY", "deels"),
            entry("LIMITED", "beperkt"),
            entry("UNKNOWN", "onbekend"),
            entry("NONE", "geen"),
            entry("VIOLATION", "overtreding"),
            entry("CRIME", "misdrijf"),
            entry("STOPPED", "staandehouding"),
            entry("ARRESTED", "aanhouding"),
            entry("SUMMONED", "ontboden"),
            entry("PRESENT", "aanwezig"),
            entry("CONSULTED", "geraadpleegd"),
            entry("WAIVED", "afstand gedaan"),
            entry("NOT_APPLICABLE", "niet van toepassing"),
            entry("POLICE", "politie"),
            entry("BOA", "boa"),
            entry("DOCUMENT", "identiteitsbewijs"),
            entry("JUVENILE_KNOWS", "de jongere herkent de persoon"),
            entry("SPOKEN", "zelf gesproken aan de telefoon"),
            entry("OFFICE", "op kantoor"),
            entry("ONLINE", "online"),
            entry("POLICE_CHECK", "politieverificatie"),
            entry("GUARDIAN_CONFIRMS", "ouder bevestigt"),
            entry("STATED", "alleen opgegeven"),
            entry("MOTHER", "moeder"),
            entry("FATHER", "vader"),
            entry("GUARDIAN", "verzorger of voogd"),
            entry("OTHER", "anders"),
            entry("NOT_TRIED", "nog niets gedaan"),
            entry("SMS_ACCEPTED", "sms verstuurd"),
            entry("SMS_DELIVERED", "sms afgeleverd"),
            entry("SMS_FAILED", "sms mislukt"),
            entry("CALL_DUE", "moet gebeld worden"),
            entry("REACHED", "gesproken"),
            entry("NOT_REACHED", "niet bereikt"),
            entry("DO_NOT_CONTACT", "niet benaderen"),
            entry("OPENED", "ontvangen"),
            entry("PENDING_APPROVAL", "wacht op toestemming"),
            entry("INTAKE", "intake"),
            entry("NOT_FIT_NOW", "kan nu niet"),
            entry("OFFERED", "aanbod gedaan"),
            entry("PENDING_GUARDIAN", "wacht op ouder"),
            entry("AGREED", "akkoord"),
            entry("SCHEDULED", "afspraak gemaakt"),
            entry("RETURNED", "terug naar verwijzer"),
            entry("LEFT", "vertrokken"),
            entry("TRANSFERRED", "overgedragen"),
            entry("ERASED", "gewist"),
            entry("REFUSED_BY_JUVENILE", "jongere wil niet"),
            entry("REFUSED_BY_GUARDIAN", "ouder wil niet"),
            entry("DECLINED_BY_HALT", "Halt neemt niet aan"),
            entry("NOT_HALT", "niet Halt-waardig"),
            entry("DIRECT", "kan naar Halt"),
            entry("PENDING_PARENT", "ouder moet nog instemmen"),
            entry("PENDING_SOBER", "nu niet aanspreekbaar"),
            entry("NEEDS_HOVJ", "hulpofficier beslist"),
            entry("NEEDS_OVJ", "officier van justitie beslist"),
            entry("STOP", "eerst hulp"),
            entry("ASSISTANT", "hulpofficier van justitie"),
            entry("PROSECUTOR", "officier van justitie"),
            entry("SUBMITTED", "bij overdracht"),
            entry("RECEIVED", "bij ontvangst aan het loket"),
            entry("APPROVED", "na een besluit van de hulpofficier of de officier van justitie"),
            entry("CORRECTED", "na een verbetering"),
            entry("FACT_KNOWN_NOW", "het loket weet nu wat onbekend was"),
            entry("RULE_DOES_NOT_FIT", "de regel past hier niet"),
            entry("VOLUNTARY", "vrijwillig gesprek, geen straf"),
            entry("CARE_FIRST", "eerst opvang en de ouders"),
            entry("HELPED", "de hulp is geweest, het is veilig"),
            entry("F1", "categorie F1"),
            entry("F2", "categorie F2"),
            entry("F3", "categorie F3"),
            entry("F4", "categorie F4"),
            entry("CONSENT_WITHDRAWN", "instemming ingetrokken"),
            entry("DRUNK", "onder invloed"),
            entry("ILL", "ziek"),
            entry("UPSET", "overstuur"),
            entry("WALKED_AWAY", "weggelopen"),
            entry("PICKED_UP", "opgehaald"));

    private DutchWords() {}

    /** The word for a code. What is no code stays as it is: a dossier must never lose a value. */
    static @Nullable String of(@Nullable String code) {
        return code == null ? null : WORDS.getOrDefault(code, code);
    }
}
