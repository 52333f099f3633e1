package nl.haltloket.drill;

import java.util.regex.Pattern;
import nl.haltloket.notify.GatewaySettings;

/** Keeps a drill from ever reaching a real phone. */
public final class DrillGuard {
    /** Written addresses only: a name may point somewhere else a moment later. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1|\\[::1]");

    private DrillGuard() {}

    /** Fails when a drill would use a gateway that is not on this machine. */
    public static void check(GatewaySettings gateway) {
        if (!isLoopback(gateway.host())) {
            throw new IllegalStateException(
                    "Oefenmodus: de sms-gateway moet op deze machine staan (127.0.0.1), niet op " + gateway.host());
        }
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }
}
