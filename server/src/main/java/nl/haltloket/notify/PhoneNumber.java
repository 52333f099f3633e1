package nl.haltloket.notify;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.EnumSet;
import java.util.Set;
import nl.haltloket.refusal.Refusal;

/**
 * A telephone number that exists in some country's numbering plan.
 *
 * @param e164 {@code +31612345678}
 * @param mobile whether it can take a text
 */
public record PhoneNumber(String e164, boolean mobile) {
    private static final String REGION = "NL";
    private static final int LENGTH_MAX = 32;

    /** 097: a mobile number to libphonenumber, but there is a machine behind it and no person. */
    private static final String DUTCH_MACHINES = "+3197";

    /** Emergency and other short numbers, and numbers of a service: the Dutch Nummerplan telefoon- en ISDN-diensten. */
    private static final Set<PhoneNumberType> OF_A_SERVICE = EnumSet.of(
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.UAN,
            PhoneNumberType.PAGER,
            PhoneNumberType.VOICEMAIL);

    private static final int SHORTEST = 9;
    private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    /** Reads a number as people write it, Dutch unless it says otherwise; refuses what no plan knows. */
    public static PhoneNumber parse(String written) {
        if (written.chars().anyMatch(Character::isLetter)) {
            throw refusal("letters", "In dit nummer staan letters. Typ alleen de cijfers.");
        }
        Phonenumber.PhoneNumber number = read(written);
        if (SHORT.isEmergencyNumber(written.strip(), REGION)) {
            throw refusal("emergency", "Dit is een alarmnummer, geen nummer van een ouder.");
        }
        if (OF_A_SERVICE.contains(UTIL.getNumberType(number)) || SHORT.isValidShortNumberForRegion(number, REGION)) {
            throw refusal("service", "Dit is een nummer van een dienst, zoals 0800 of 0900, en niet van een ouder.");
        }
        if (written.chars().filter(Character::isDigit).count() < SHORTEST) {
            throw refusal("short", "Dit nummer is te kort. Vraag het nummer opnieuw.");
        }
        if (!UTIL.isValidNumber(number) || number.hasExtension()) {
            throw invalid();
        }
        String e164 = UTIL.format(number, PhoneNumberFormat.E164);
        return new PhoneNumber(e164, canTakeText(number) && !e164.startsWith(DUTCH_MACHINES));
    }

    /** Whether the text is this number in another spelling; what is no number is not. */
    public static boolean isSame(String e164, String written) {
        return canBeRead(written)
                && UTIL.format(read(written), PhoneNumberFormat.E164).equals(e164);
    }

    /** Whether this number (E.164) is not in the Dutch plan. */
    public static boolean isAbroad(String e164) {
        return !e164.startsWith("+31");
    }

    private static boolean canBeRead(String written) {
        return written.length() <= LENGTH_MAX && UTIL.isPossibleNumber(written, REGION);
    }

    /** Grouped for reading aloud: {@code 06 12 34 56 78}; foreign numbers with their country. */
    public String display() {
        if (e164.matches("\\+316\\d{8}")) {
            return "06" + e164.substring(4).replaceAll("(..)", " $1");
        }
        Phonenumber.PhoneNumber number = read(e164);
        boolean dutch = number.getCountryCode() == UTIL.getCountryCodeForRegion(REGION);
        return UTIL.format(number, dutch ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    /** Masked, so that it can not reach a log. */
    @Override
    public String toString() {
        return "PhoneNumber[***]";
    }

    private static boolean canTakeText(Phonenumber.PhoneNumber number) {
        PhoneNumberType type = UTIL.getNumberType(number);
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }

    private static Phonenumber.PhoneNumber read(String written) {
        if (written.length() > LENGTH_MAX) {
            throw invalid();
        }
        try {
            return UTIL.parse(written, REGION);
        } catch (NumberParseException e) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return refusal("invalid", "Dit is geen geldig telefoonnummer. Controleer de cijfers.");
    }

    private static Refusal refusal(String why, String sentence) {
        return Refusal.invalid("guardian.number-" + why, sentence);
    }
}
