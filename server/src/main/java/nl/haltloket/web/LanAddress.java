package nl.haltloket.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/** Finds the address by which tablets on the loket's own network reach this machine. */
final class LanAddress {
    private LanAddress() {}

    /** The first site-local IPv4 address (10/8, 172.16/12, 192.168/16) of an interface that is up. */
    static Optional<String> find() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LanAddress::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException e) {
            throw new UncheckedIOException(new IOException("The network interfaces cannot be listed", e));
        }
    }

    private static boolean isUp(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback() && !each.isVirtual();
        } catch (SocketException e) {
            return false;
        }
    }
}
