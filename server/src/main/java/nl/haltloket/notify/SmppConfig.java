package nl.haltloket.notify;

import java.nio.file.Path;
import java.util.Optional;
import nl.haltloket.config.Secret;

/**
 * How to reach a gateway by SMPP 3.4.
 *
 * @param name of the gateway, as {@link SmsGateway#name()}
 * @param host name or address
 * @param port its port
 * @param tls how the connection is protected; empty for none
 * @param systemId who we are to the gateway, at most 15 characters
 * @param password at most 8 characters, as SMPP 3.4 has it
 * @param sender what the receiver sees: 3-11 letters, or digits
 * @param window how many messages may be unanswered at once
 */
public record SmppConfig(
        String name,
        String host,
        int port,
        Optional<Tls> tls,
        String systemId,
        Secret password,
        String sender,
        int window) {
    /** More is refused. */
    public static final int WINDOW_MAX = 100;

    private static final int SYSTEM_ID_MAX = 15;
    private static final int PASSWORD_MAX = 8;

    /**
     * A connection by TLS; the certificate must name the host that was asked for.
     *
     * @param authority PEM file of the authority that is trusted; empty for those the Java platform trusts
     */
    public record Tls(Optional<Path> authority) {}

    /** Refuses what SMPP can not carry. */
    public SmppConfig {
        if (systemId.length() > SYSTEM_ID_MAX || password.value().length() > PASSWORD_MAX) {
            throw new IllegalArgumentException("SMPP: systemId ten hoogste 15 tekens, wachtwoord ten hoogste 8 tekens");
        }
        if (!sender.matches("[A-Za-z][A-Za-z0-9 ]{2,10}|[0-9]{4,15}")) {
            throw new IllegalArgumentException("SMPP: afzender is 3-11 letters of cijfers, of een nummer van 4-15");
        }
        if (window < 1 || window > WINDOW_MAX) {
            throw new IllegalArgumentException("SMPP: window ligt tussen 1 en 100");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmppConfig[" + name + " " + systemId + "@" + host + ":" + port + " ***]";
    }
}
