package nl.haltloket.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where something comes that differs from case to case. */
enum Place {
    /** The juvenile, as called at home. */
    NAME,
    /** The guardian to whom a letter goes. */
    GUARDIAN,
    /** What the juvenile is suspected of, in the Dutch words of the list of offences. */
    OFFENCE,
    /** Number of the desk, as people dial it. */
    TEL,
    /** Four digits by which the desk finds the case. */
    CODE,
    /** Name of the event. */
    EVENT,
    /** Where the event is. */
    TOWN,
    /** Day on which the desk received the juvenile. */
    DAY,
    /** Time at which it did. */
    TIME,
    /** Last day on which the first conversation at Halt should be. */
    LAST_DAY,
    /** Who at the desk received the juvenile, or writes. */
    WORKER,
    /** The referrer, by service number and organisation. */
    REFERRER,
    /** The referrer's own number of the case, or that there is none. */
    RECORD,
    /** Number of the receipt. */
    RECEIPT,
    /** Head of the audit chain at the receipt, in groups of hexadecimal digits. */
    AUDIT,
    /** SHA-256 of the signed receipt, in groups of hexadecimal digits. */
    SEAL,
    /** Name of the juvenile in full. */
    FULL_NAME,
    /** Date of birth of the juvenile. */
    BORN,
    /** The case without a name: its ticket. */
    TICKET,
    /** Why the case goes back, in Dutch. */
    REASON,
    /** Day and time at which it did. */
    SINCE;

    /** Without the braces. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Place> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
