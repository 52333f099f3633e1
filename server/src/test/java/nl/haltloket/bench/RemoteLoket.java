package nl.haltloket.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.haltloket.testing.Door;
import nl.haltloket.testing.Loket;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/** A loket in another process, on this machine. */
final class RemoteLoket implements Loket {
    private static final String COORDINATOR = "anneke";
    private static final String REFERRER = "boa-4711";
    private static final int CONNECTIONS = 64;

    private final WebClient client;
    private final int port;
    private final UnaryOperator<String> passwords;
    private final TestDevice laptop;

    RemoteLoket(Vertx vertx, int port, UnaryOperator<String> passwords) {
        this.client = WebClient.create(vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.port = port;
        this.passwords = passwords;
        this.laptop = TestDevice.coordinator(this, COORDINATOR);
    }

    @Override
    public Future<Reply> send(HttpMethod method, String path, Map<String, String> headers, @Nullable Buffer body) {
        return Door.send(client, port, method, path, headers, body);
    }

    @Override
    public String invite(Profile profile) {
        JsonObject wanted = new JsonObject().put("profile", profile.wire());
        if (profile == Profile.VERWIJZER) {
            wanted.put("referrerId", REFERRER);
        }
        return laptop.post("/invitations", wanted).expect(201).getString("token");
    }

    @Override
    public String password(String login) {
        return passwords.apply(login);
    }
}
