package nl.haltloket.notify;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import nl.haltloket.config.Secret;

/** One slot of the settings, {@code sms.1} to {@code sms.3}: a gateway and how to reach it. */
public sealed interface GatewaySettings {
    /** Place in the order of trying, from 1. */
    int slot();

    /** Which sort. */
    GatewayKind kind();

    /** Where messages go first: a name or an address, without port. */
    String host();

    /**
     * Stable name, such as {@code smpp-1}: reports find their message within it, so a provider keeps its slot while
     * messages are under way.
     */
    default String name() {
        return kind().name().toLowerCase(Locale.ROOT) + "-" + slot();
    }

    /**
     * The drill's simulator.
     *
     * @param port where it listens; 0 for any free one
     */
    record Simulator(int slot, int port, String sender, int window) implements GatewaySettings {
        @Override
        public GatewayKind kind() {
            return GatewayKind.SIMULATOR;
        }

        @Override
        public String host() {
            return "127.0.0.1";
        }
    }

    /**
     * A provider by SMPP.
     *
     * @param smpp all of it
     */
    record Smpp(int slot, SmppConfig smpp) implements GatewaySettings {
        @Override
        public GatewayKind kind() {
            return GatewayKind.SMPP;
        }

        @Override
        public String host() {
            return smpp.host();
        }
    }

    /**
     * Notify by its HTTP API.
     *
     * @param url of the API, without path
     * @param key as the provider shows it: name, service and secret in one
     * @param templateId of the template that consists of one placeholder
     * @param callbackToken bearer token that the provider's callbacks must carry; empty for no callbacks
     * @param window how many requests at once
     */
    record Notify(int slot, URI url, Secret key, String templateId, Secret callbackToken, int window)
            implements GatewaySettings {
        @Override
        public GatewayKind kind() {
            return GatewayKind.NOTIFY;
        }

        @Override
        public String host() {
            return url.getHost();
        }
    }

    /**
     * A request for each message.
     *
     * @param url to which each message is sent
     * @param username and password of the provider's account
     * @param sender what the receiver sees
     * @param smsc which road Kannel takes, as its configuration calls it; empty for whichever it chooses
     * @param callbackToken what the path of the provider's callbacks must carry; empty for no callbacks
     * @param window how many requests at once
     */
    record Http(
            int slot,
            URI url,
            String username,
            Secret password,
            String sender,
            Optional<String> smsc,
            Secret callbackToken,
            int window)
            implements GatewaySettings {
        @Override
        public GatewayKind kind() {
            return GatewayKind.HTTP;
        }

        @Override
        public String host() {
            return url.getHost();
        }
    }
}
