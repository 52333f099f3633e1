package nl.haltloket.drill;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.haltloket.crypto.Cose;
import nl.haltloket.transfer.SealedPackage;
import nl.haltloket.transfer.SignedReceipt;
import nl.haltloket.web.CertificateFiles;
import nl.haltloket.web.DrillCertificates;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of packages for drills, and the example for those who build one ({@code docs/receiver.md}). It listens on
 * loopback only, believes nothing before the signature of the desk, answers the same package always the same, and keeps
 * the number of a case and the hash of its package, never what is in it.
 */
public final class ReferenceReceiver {
    private static final int PACKAGE_MAX_BYTES = 4 * 1024 * 1024;
    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx;
    private final ReceiverStore store;
    private final CertificateFiles files;
    private final PublicKey deskKey;
    private final Clock clock;
    private @Nullable HttpServer server;

    /**
     * Reads its keys, or makes them. Blocks.
     *
     * @param directory where it keeps its keys, its certificate and its numbers
     * @param deskKey verifies what the desk signs
     */
    public ReferenceReceiver(Vertx vertx, Path directory, PublicKey deskKey, Clock clock) {
        this.vertx = vertx;
        this.store = new ReceiverStore(directory);
        this.files = DrillCertificates.ensure(directory.resolve("tls"), List.of(), clock);
        this.deskKey = deskKey;
        this.clock = clock;
    }

    /** Listens on a free port. */
    public Future<Void> start() {
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(files.certificate().toString())
                        .setKeyPath(files.privateKey().toString()));
        return vertx.createHttpServer(options)
                .requestHandler(this::handle)
                .listen(0, LOOPBACK)
                .onSuccess(listening -> server = listening)
                .mapEmpty();
    }

    /** Where packages for this receiver go, once it listens. */
    public URI url(String receiver) {
        int port = Objects.requireNonNull(server, "not listening").actualPort();
        return URI.create("https://%s:%d/%s".formatted(LOOPBACK, port, receiver));
    }

    /** Its public HPKE key. */
    public byte[] sealKey() {
        return store.sealKey();
    }

    /** Verifies its receipts. */
    public PublicKey receiptKey() {
        return store.receiptKeys().getPublic();
    }

    /** The authority of its certificate. */
    public Path authority() {
        return DrillCertificates.authority(files);
    }

    public Future<Void> close() {
        return server == null ? Future.succeededFuture() : server.close();
    }

    private record Answer(int status, String mediaType, Buffer body) {
        static Answer refused(int status, String why) {
            return new Answer(
                    status,
                    "application/problem+json",
                    new JsonObject().put("status", status).put("title", why).toBuffer());
        }
    }

    private void handle(HttpServerRequest request) {
        if (!HttpMethod.POST.equals(request.method())) {
            send(request, Answer.refused(405, "Alleen POST"));
            return;
        }
        var _ = request.body()
                .compose(body -> vertx.executeBlocking(() -> take(request, body)))
                .recover(failure -> Future.succeededFuture(Answer.refused(500, "Storing bij de ontvanger")))
                .onSuccess(answer -> send(request, answer));
    }

    private static void send(HttpServerRequest request, Answer answer) {
        var _ = request.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", answer.mediaType())
                .end(answer.body());
    }

    /** In the order in which a package may be believed: size, hash, seal, signature, and only then what it says. */
    private Answer take(HttpServerRequest request, Buffer body) throws IOException, GeneralSecurityException {
        byte[] sealed = body.getBytes();
        if (sealed.length > PACKAGE_MAX_BYTES) {
            return Answer.refused(413, "Dit pakket is te groot");
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(sealed);
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
        if (!digest.equals(request.getHeader("Content-Digest"))) {
            return Answer.refused(400, "Content-Digest past niet bij het pakket");
        }
        JsonObject content;
        try {
            Cose.Sign1 signed = Cose.decode(store.open(SealedPackage.INFO, sealed));
            if (!signed.verifiedBy(deskKey)) {
                return Answer.refused(422, "De handtekening van het loket klopt niet");
            }
            content = new JsonObject(Buffer.buffer(signed.payload()));
        } catch (GeneralSecurityException | IOException | DecodeException e) {
            return Answer.refused(422, "Dit pakket is niet voor deze ontvanger, of het is geschonden");
        }
        String receiver = String.valueOf(request.path()).substring(1);
        String id = content.getString("overdrachtId", "");
        if (!receiver.equals(content.getString("ontvanger")) || !id.equals(request.getHeader("Idempotency-Key"))) {
            return Answer.refused(422, "Dit pakket is voor een ander, of hoort bij een andere overdracht");
        }
        return receipt(UUID.fromString(id), hash);
    }

    private Answer receipt(UUID transferId, byte[] hash) throws IOException, GeneralSecurityException {
        ReceiverStore.Kept kept = store.keep(transferId, hash, clock.instant());
        if (!MessageDigest.isEqual(kept.hash(), hash)) {
            return Answer.refused(409, "Onder dit nummer kwam al een ander pakket");
        }
        byte[] receipt = new SignedReceipt(transferId, hash, kept.caseNumber(), kept.at())
                .sign(store.receiptKeys().getPrivate());
        return new Answer(kept.fresh() ? 201 : 200, "application/cose", Buffer.buffer(receipt));
    }
}
