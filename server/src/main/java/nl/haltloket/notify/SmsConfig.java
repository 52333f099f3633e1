package nl.haltloket.notify;

/**
 * How to reach the gateway.
 *
 * @param kind which sort of gateway
 * @param host name or address
 * @param port its port
 * @param systemId who we are to the gateway, at most 15 characters
 * @param password at most 8 characters, as SMPP 3.4 has it
 * @param sender what the receiver sees: 3-11 letters, or digits
 * @param window how many messages may be unanswered at once
 */
public record SmsConfig(Kind kind, String host, int port, String systemId, String password, String sender, int window) {
    /** Sorts of gateway. */
    public enum Kind {
        /** A provider, by SMPP 3.4. */
        SMPP,
        /** The drill's own simulator; also SMPP, on loopback. */
        SIMULATOR
    }

    /** Refuses what SMPP can not carry. */
    public SmsConfig {
        if (systemId.length() > 15 || password.length() > 8) {
            throw new IllegalArgumentException("SMPP: systemId ten hoogste 15 tekens, wachtwoord ten hoogste 8 tekens");
        }
        if (!sender.matches("[A-Za-z][A-Za-z0-9 ]{2,10}|[0-9]{4,15}")) {
            throw new IllegalArgumentException("SMPP: afzender is 3-11 letters of cijfers, of een nummer van 4-15");
        }
        if (window < 1 || window > 100) {
            throw new IllegalArgumentException("SMPP: window ligt tussen 1 en 100");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmsConfig[" + kind + " " + systemId + "@" + host + ":" + port + " ***]";
    }
}
