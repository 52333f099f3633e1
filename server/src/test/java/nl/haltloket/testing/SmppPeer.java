package nl.haltloket.testing;

import java.nio.file.Path;
import java.util.Map;

/** The gateway of npm's {@code smpp}, run by Node: see {@code src/test/peer/smpp-peer.mjs} for what it can be told. */
public final class SmppPeer extends PeerProcess {
    public SmppPeer() {
        this(Map.of());
    }

    /** One that speaks TLS with these PEM files, on this loopback address. */
    public static SmppPeer secured(String address, Path certificate, Path privateKey) {
        return new SmppPeer(Map.of(
                "SMPP_HOST", address,
                "SMPP_TLS_CERT", certificate.toString(),
                "SMPP_TLS_KEY", privateKey.toString()));
    }

    private SmppPeer(Map<String, String> environment) {
        super("node", "smpp-peer.mjs", environment);
    }
}
