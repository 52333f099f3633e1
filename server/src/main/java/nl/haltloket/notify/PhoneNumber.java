package nl.haltloket.notify;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
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

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    /** Reads a number as people write it, Dutch unless it says otherwise; refuses what no plan knows. */
    public static PhoneNumber parse(String written) {
        Phonenumber.PhoneNumber number = read(written);
        if (!UTIL.isValidNumber(number) || number.hasExtension()) {
            throw invalid();
        }
        String e164 = UTIL.format(number, PhoneNumberFormat.E164);
        return new PhoneNumber(e164, canTakeText(number) && !e164.startsWith(DUTCH_MACHINES));
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
        return Refusal.invalid("guardian.number-invalid", "Dit is geen geldig telefoonnummer. Controleer de cijfers.");
    }
}
