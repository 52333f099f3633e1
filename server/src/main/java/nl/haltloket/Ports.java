package nl.haltloket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.haltloket.notify.GatewaySettings;

/** Looks, before anything is started, whether the ports that the configuration names are free. */
final class Ports {
    private Ports() {}

    /**
     * Passes when every port can be had; a port of 0 is any free one.
     *
     * @throws IllegalStateException that names each port that is taken, with its key and what to do
     */
    static void check(Config config) {
        Map<String, InetSocketAddress> wanted = new LinkedHashMap<>();
        wanted.put(
                "http.port",
                new InetSocketAddress(config.http().address(), config.http().port()));
        wanted.put("http.local-port", loopback(config.http().localPort()));
        wanted.put("http.management-port", loopback(config.http().managementPort()));
        if (config.database().external().isEmpty()) {
            wanted.put("database.port", loopback(config.database().port()));
        }
        config.sms().gateways().forEach(gateway -> {
            if (gateway instanceof GatewaySettings.Simulator simulator) {
                wanted.put("sms.%d.port".formatted(simulator.slot()), loopback(simulator.port()));
            }
        });
        List<String> taken = wanted.entrySet().stream()
                .filter(entry -> !isFree(entry.getValue()))
                .map(entry ->
                        "Port %d (%s) is in use or may not be opened. Stop the other program, or set %s to another port."
                                .formatted(entry.getValue().getPort(), entry.getKey(), entry.getKey()))
                .toList();
        if (!taken.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), taken));
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static boolean isFree(InetSocketAddress address) {
        if (address.getPort() == 0) {
            return true;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as Netty does: a port that only just closed is free
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
