package nl.haltloket.notify;

import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.haltloket.testing.SmppPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts from phones, brought by a gateway this project did not write. */
class SmppInboundTest {
    private final Vertx vertx = Vertx.vertx();
    private final SmppPeer peer = new SmppPeer();
    private final BlockingQueue<Inbound> kept = new LinkedBlockingQueue<>();
    private final SmppGateway gateway =
            new SmppGateway(vertx, NotifyFixture.smpp("smpp-1", peer.port()), Clock.systemUTC());
    private volatile boolean away;

    @BeforeEach
    void open() {
        gateway.onInbound(text -> away ? Future.failedFuture("the database is away") : keep(text));
        await(gateway.start());
        peer.await("bind");
    }

    @AfterEach
    void close() {
        await(gateway.close());
        await(vertx.close());
        peer.close();
    }

    @ParameterizedTest(name = "data_coding {0}: {2}")
    @CsvSource({
        "0, gsm, Oké ik bel €5",
        "1, US-ASCII, Ok ik kom",
        "3, ISO-8859-1, Ja één uur",
        "8, UTF-16BE, أهلا 🙂",
        "241, gsm, klasse {1}"
    })
    void a_text_is_read_in_every_alphabet(int coding, String charset, String text) throws InterruptedException {
        byte[] bytes = charset.equals("gsm") ? Gsm7.encode(text) : text.getBytes(Charset.forName(charset));
        bring(new JsonObject().put("coding", coding).put("hex", hex(bytes)));
        Inbound got = next();
        assertThat(got.text()).isEqualTo(text);
        assertThat(got.from()).isEqualTo("+31612345678");
        assertThat(got.gateway()).isEqualTo("smpp-1");
        assertThat(got.toString()).doesNotContain("612345678").doesNotContain(text);
        assertThat(peer.await("mo").getInteger("status")).isZero();
    }

    @Test
    void parts_with_a_header_are_joined_in_whatever_order_and_no_character_is_cut() throws InterruptedException {
        byte[] all = "Ik kom 🙂 eraan".getBytes(StandardCharsets.UTF_16BE);
        int cut = 16; // in the middle of the emoji
        bring(headed("0500031702", 2, Arrays.copyOfRange(all, cut, all.length)));
        bring(headed("0500031702", 1, Arrays.copyOfRange(all, 0, cut)));
        assertThat(next().text()).isEqualTo("Ik kom 🙂 eraan");
        assertThat(peer.await("mo").getInteger("status")).isZero();
        assertThat(peer.await("mo").getInteger("status")).isZero();
        assertThat(kept).isEmpty();
    }

    @Test
    void parts_by_a_reference_of_16_bits_and_by_parameters_are_joined_too() throws InterruptedException {
        bring(headed("0608041234" + "02", 1, "een ".getBytes(StandardCharsets.UTF_16BE)));
        bring(headed("0608041234" + "02", 2, "twee".getBytes(StandardCharsets.UTF_16BE)));
        assertThat(next().text()).isEqualTo("een twee");
        bring(new JsonObject().put("hex", hex(Gsm7.encode("vier"))).put("sar", new JsonArray("[9,2,2]")));
        bring(new JsonObject().put("hex", hex(Gsm7.encode("drie "))).put("sar", new JsonArray("[9,2,1]")));
        assertThat(next().text()).isEqualTo("drie vier");
    }

    @Test
    void a_text_that_is_not_kept_is_refused_so_that_it_comes_again() throws InterruptedException {
        away = true;
        bring(new JsonObject().put("hex", hex(Gsm7.encode("hallo"))));
        assertThat(peer.await("mo").getInteger("status")).isEqualTo(0x64);
        away = false;
        bring(new JsonObject().put("hex", hex(Gsm7.encode("hallo"))));
        assertThat(peer.await("mo").getInteger("status")).isZero();
        assertThat(next().text()).isEqualTo("hallo");
    }

    @Test
    void a_first_part_alone_is_not_answered_well_and_counts_when_the_rest_comes() throws InterruptedException {
        JsonObject first = headed("0500031802", 1, "half ".getBytes(StandardCharsets.UTF_16BE));
        bring(first);
        assertThat(peer.await("mo").getInteger("status")).isEqualTo(0x64);
        assertThat(kept).isEmpty();
        bring(headed("0500031802", 2, "heel".getBytes(StandardCharsets.UTF_16BE)));
        assertThat(peer.await("mo").getInteger("status")).isZero();
        assertThat(next().text()).isEqualTo("half heel");
        bring(first);
        assertThat(peer.await("mo").getInteger("status")).as("known by now").isZero();
        assertThat(kept).isEmpty();
    }

    @Test
    void what_is_neither_a_receipt_nor_a_text_is_answered_and_ignored() {
        bring(new JsonObject().put("esm", 0x10).put("hex", hex(Gsm7.encode("gelezen"))));
        assertThat(peer.await("mo").getInteger("status")).isZero();
        bring(new JsonObject().put("esm", 0x40).put("coding", 8).put("hex", "ff0003"));
        assertThat(peer.await("mo").getInteger("status")).as("a broken header").isZero();
        assertThat(kept).extracting(Inbound::text).containsOnly("");
    }

    private JsonObject headed(String start, int number, byte[] body) {
        return new JsonObject().put("esm", 0x40).put("coding", 8).put("hex", start + "0" + number + hex(body));
    }

    private void bring(JsonObject text) {
        peer.tell(new JsonObject().put("mo", text.put("from", "31612345678").put("to", "3197001")));
    }

    private Future<Void> keep(Inbound text) {
        kept.add(text);
        return Future.succeededFuture();
    }

    private Inbound next() throws InterruptedException {
        Inbound text = kept.poll(5, TimeUnit.SECONDS);
        assertThat(text).isNotNull();
        return text;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
