package nl.haltloket.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import nl.haltloket.crypto.Cose;
import nl.haltloket.crypto.Hpke;
import nl.haltloket.crypto.P256;
import nl.haltloket.transfer.SealedPackage;
import nl.haltloket.transfer.SignedReceipt;
import nl.haltloket.web.CertificateFiles;
import nl.haltloket.web.DrillCertificates;

/** A receiver of packages that does what a test tells it: well, or wrong in every way that a desk must survive. */
public final class ReceiverPeer {
    /** What it does with the next package. */
    public enum Fault {
        NONE,
        SILENT_CLOSE,
        /** Takes it and says nothing for the rest of the evening. */
        MUTE,
        STATUS_422,
        STATUS_500,
        STATUS_302,
        GARBAGE,
        EMPTY,
        LONG,
        WRONG_SIGNATURE,
        OTHER_HASH,
        OTHER_TRANSFER,
        OTHER_NUMBER,
        NUMBER_ONLY
    }

    /** A package as it came in. */
    public record Taken(String path, String key, byte[] sealed) {}

    private final Vertx vertx;
    private final Path directory;
    private final CertificateFiles files;
    private final Hpke.Pair seal;
    private final KeyPair receipts;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<Taken> taken = new ArrayList<>();
    private HttpServer server;
    private int number = 41;

    /** Listens on a free port, with a certificate of its own in this directory. */
    public ReceiverPeer(Vertx vertx, Path directory) {
        this.vertx = vertx;
        this.directory = directory;
        this.files = DrillCertificates.ensure(directory.resolve("peer-tls"), List.of(), Clock.systemUTC());
        try {
            this.seal = Hpke.Pair.generate();
            this.receipts = P256.generate(new SecureRandom());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.server = listen(0);
    }

    /** A configuration as the shipped one, with this as its receivers. */
    public Path configuration() {
        try {
            Path own = directory.resolve("config");
            Files.createDirectories(own.resolve("schema"));
            try (var shipped = Files.walk(TestApp.configuration())) {
                for (Path file : shipped.filter(Files::isRegularFile).toList()) {
                    Path copy =
                            own.resolve(TestApp.configuration().relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
            Files.write(own.resolve("ca.pem"), Files.readAllBytes(DrillCertificates.authority(files)));
            JsonObject list = new JsonObject(Files.readString(own.resolve("receivers.json")));
            list.getJsonArray("receivers").forEach(each -> {
                JsonObject one = (JsonObject) each;
                one.remove("drill");
                one.put("url", "https://localhost:" + server.actualPort() + "/" + one.getString("id"));
                one.put("sealKey", base64(sealKey())).put("authority", "ca.pem");
                one.put("receiptKey", base64(P256.point(receipts.getPublic())));
            });
            Files.writeString(own.resolve("receivers.json"), list.encodePrettily());
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, but what concerns referrers is sent to the receiver that the drill plays. */
    public Path configurationForDossiers() {
        Path list = configuration().resolve("receivers.json");
        try {
            JsonObject all = new JsonObject(Files.readString(list));
            all.getJsonArray("receivers").stream()
                    .map(JsonObject.class::cast)
                    .filter(one -> one.getString("kind").equals("REFERRER"))
                    .forEach(ReceiverPeer::leaveToDrill);
            Files.writeString(list, all.encodePrettily());
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void leaveToDrill(JsonObject receiver) {
        List.of("url", "sealKey", "authority", "receiptKey").forEach(receiver::remove);
        receiver.put("drill", true);
    }

    private byte[] sealKey() {
        try {
            return seal.point();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What it does with the next package, after what it was told before. */
    @CanIgnoreReturnValue
    public synchronized ReceiverPeer next(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** What came in so far. */
    public synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** What is in a package, opened and believed as a receiver does. */
    public JsonObject opened(Taken one, java.security.PublicKey deskKey) {
        try {
            Cose.Sign1 signed = Cose.decode(seal.open(SealedPackage.INFO, one.sealed()));
            if (!signed.verifiedBy(deskKey)) {
                throw new AssertionError("Not signed by the desk");
            }
            return new JsonObject(Buffer.buffer(signed.payload()));
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("Not for this receiver", e);
        }
    }

    /** Nobody listens any more. */
    public void goDown() {
        TestApp.await(server.close());
    }

    /** On the same port again. */
    public void comeBack() {
        server = listen(server.actualPort());
    }

    private HttpServer listen(int port) {
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(files.certificate().toString())
                        .setKeyPath(files.privateKey().toString()));
        return TestApp.await(
                vertx.createHttpServer(options).requestHandler(this::take).listen(port, "127.0.0.1"));
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            Fault fault = keep(request, body);
            if (fault == Fault.SILENT_CLOSE) {
                request.connection().close();
                return;
            }
            if (fault == Fault.MUTE) {
                return;
            }
            UUID id = UUID.fromString(String.valueOf(request.getHeader("Idempotency-Key")));
            answer(request, fault, id, sha256(body.getBytes()));
        });
    }

    private synchronized Fault keep(HttpServerRequest request, Buffer body) {
        taken.add(new Taken(
                String.valueOf(request.path()), String.valueOf(request.getHeader("Idempotency-Key")), body.getBytes()));
        Fault fault = faults.poll();
        return fault == null ? Fault.NONE : fault;
    }

    private void answer(HttpServerRequest request, Fault fault, UUID id, byte[] hash) {
        String known = "H-2026-" + number;
        switch (fault) {
            case STATUS_422 -> send(request, 422, Buffer.buffer("{}"));
            case STATUS_500 -> send(request, 500, Buffer.buffer("{}"));
            case STATUS_302 -> send(request, 302, Buffer.buffer());
            case GARBAGE -> send(request, 200, Buffer.buffer("<html>Welkom</html>"));
            case EMPTY -> send(request, 200, Buffer.buffer());
            case LONG -> send(request, 200, Buffer.buffer(new byte[200_000]));
            case NUMBER_ONLY ->
                send(request, 202, new JsonObject().put("zaaknummer", known).toBuffer());
            case OTHER_HASH -> send(request, 200, receipt(id, new byte[32], known, receipts));
            case OTHER_TRANSFER -> send(request, 200, receipt(TestDevice.newId(), hash, known, receipts));
            case OTHER_NUMBER -> send(request, 200, receipt(id, hash, "H-OTHER", receipts));
            case WRONG_SIGNATURE -> send(request, 200, receipt(id, hash, known, stranger()));
            default -> send(request, 200, receipt(id, hash, known, receipts));
        }
    }

    private static void send(HttpServerRequest request, int status, Buffer body) {
        request.response().setStatusCode(status).end(body);
    }

    private static Buffer receipt(UUID id, byte[] hash, String number, KeyPair keys) {
        try {
            return Buffer.buffer(new SignedReceipt(id, hash, number, TestApp.START).sign(keys.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair stranger() {
        try {
            return P256.generate(new SecureRandom());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
