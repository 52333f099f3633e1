package nl.haltloket.notify;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.haltloket.config.Secret;
import nl.haltloket.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Reads one slot. Every key of a slot is asked for whatever its kind, so that a key that belongs to another kind is
 * not taken for a mistake when somebody switches a gateway off for a moment.
 */
final class SlotSettings {
    private static final int PORT_MAX = 65_535;
    private static final int WINDOW = 10;
    private static final String SENDER = "Halt";
    private static final Pattern SMSC = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final URI NOWHERE = URI.create("http://127.0.0.1/");

    private final Settings settings;
    private final int slot;
    private final String host;
    private final int port;
    private final boolean tls;
    private final Optional<Path> authority;
    private final String systemId;
    private final String username;
    private final Secret password;
    private final String sender;
    private final Optional<String> smsc;
    private final int window;
    private final Optional<String> url;
    private final Secret key;
    private final String templateId;
    private final Secret callbackToken;

    private SlotSettings(Settings settings, int slot) {
        this.settings = settings;
        this.slot = slot;
        this.host = settings.optional(key("host")).orElse("");
        this.port = number("port", 0, PORT_MAX, 0);
        this.tls = settings.optional(key("tls")).isPresent() && settings.flag(key("tls"));
        this.authority = settings.optional(key("tls-authority")).map(Path::of);
        this.systemId = settings.optional(key("system-id")).orElse("");
        this.username = settings.optional(key("username")).orElse("");
        this.password = settings.secret(key("password"));
        this.sender = settings.optional(key("sender")).orElse(SENDER);
        this.smsc = settings.optional(key("smsc"));
        this.window = number("window", 1, SmppConfig.WINDOW_MAX, WINDOW);
        this.url = settings.optional(key("url"));
        this.key = settings.secret(key("key"));
        this.templateId = settings.optional(key("template-id")).orElse("");
        this.callbackToken = settings.secret(key("callback-token"));
    }

    /** The gateway of this slot; empty for kind {@code none} and for what can not be. */
    static Optional<GatewaySettings> read(Settings settings, int slot) {
        GatewayKind kind = settings.choice("sms." + slot + ".kind", GatewayKind.class);
        SlotSettings values = new SlotSettings(settings, slot);
        return Optional.ofNullable(values.of(kind));
    }

    private @Nullable GatewaySettings of(GatewayKind kind) {
        return switch (kind) {
            case NONE -> null;
            case SIMULATOR -> new GatewaySettings.Simulator(slot, port, sender, window);
            case SMPP -> smpp();
            case NOTIFY -> {
                need(!key.isEmpty(), "key", "must be the API key of Notify");
                need(!templateId.isEmpty(), "template-id", "must be the id of the template of Notify");
                yield new GatewaySettings.Notify(slot, url(), key, templateId, callbackToken, window);
            }
            case HTTP -> {
                need(
                        smsc.isEmpty() || SMSC.matcher(smsc.get()).matches(),
                        "smsc",
                        "must be Kannel's smsc-id: at most 40 letters, digits, - and _");
                yield new GatewaySettings.Http(slot, url(), username, password, sender, smsc, callbackToken, window);
            }
        };
    }

    private @Nullable GatewaySettings smpp() {
        need(!host.isEmpty(), "host", "must be the address of the provider when the kind is smpp");
        need(port > 0, "port", "must be the port of the provider when the kind is smpp, not 0");
        Optional<SmppConfig.Tls> protection = tls ? Optional.of(new SmppConfig.Tls(authority)) : Optional.empty();
        try {
            return new GatewaySettings.Smpp(
                    slot, new SmppConfig("smpp-" + slot, host, port, protection, systemId, password, sender, window));
        } catch (IllegalArgumentException e) {
            settings.reject(key("kind"), "cannot be smpp: " + e.getMessage());
            return null;
        }
    }

    private URI url() {
        Optional<URI> read = url.flatMap(SlotSettings::absolute);
        need(read.isPresent(), "url", "must be an address that starts with https:// or http://");
        return read.orElse(NOWHERE);
    }

    private static Optional<URI> absolute(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return Optional.of(uri).filter(_ -> web && uri.getHost() != null && uri.getUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void need(boolean good, String name, String why) {
        if (!good) {
            settings.reject(key(name), why);
        }
    }

    private int number(String name, int min, int max, int otherwise) {
        return settings.optional(key(name)).isPresent() ? settings.number(key(name), min, max) : otherwise;
    }

    private String key(String name) {
        return "sms." + slot + "." + name;
    }
}
