package nl.haltloket.testing;

import java.util.Map;

/**
 * The gateway of Debian's {@code Net::SMPP}, run by Perl: see {@code src/test/peer/smpp-peer.pl} for what it can be told.
 * It ends at once when the package is missing: {@code sudo apt-get install libnet-smpp-perl}.
 */
public final class PerlSmppPeer extends PeerProcess {
    public PerlSmppPeer() {
        super("perl", "smpp-peer.pl", Map.of());
    }
}
