package nl.haltloket.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/** Listens on one loopback address; jsmpp's own factory listens on all addresses. */
final class LoopbackListener implements ServerConnectionFactory {
    private static final int BACKLOG = 10;

    private final InetAddress address;
    private volatile int boundPort;

    LoopbackListener(InetAddress address) {
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException("De sms-simulator luistert alleen op deze machine (127.0.0.1)");
        }
        this.address = address;
    }

    /** The port that was given, which matters when 0 was asked for. */
    int port() {
        return boundPort;
    }

    @Override
    public ServerConnection listen(int port) throws IOException {
        return listen(port, 0, BACKLOG);
    }

    @Override
    public ServerConnection listen(int port, int timeout) throws IOException {
        return listen(port, timeout, BACKLOG);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
        ServerSocket socket = new ServerSocket(port, backlog, address);
        socket.setSoTimeout(timeout);
        boundPort = socket.getLocalPort();
        return new ServerSocketConnection(socket);
    }
}
