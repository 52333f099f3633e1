package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that no HTTP library would send. */
class RawRequestTest {
    private static final TestApp APP = new TestApp();
    private static final String POST =
            "POST /api/v1/devices HTTP/1.1\r\nHost: loket\r\nContent-Type: application/json\r\n";

    @AfterAll
    static void stop() {
        APP.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hallo\r\n\r\n",
                "GET\r\n\r\n",
                "GET /api/v1/board HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/devices HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
                "GET /api/v1/board HTTP/1.1\r\nHost x\r\n\r\n"
            })
    void what_is_no_http_is_a_problem_and_the_line_is_cut(String request) throws IOException {
        assertProblem(answerTo(request), 400, "request.invalid");
    }

    @Test
    void an_address_that_is_too_long_is_a_problem() throws IOException {
        assertProblem(
                answerTo("GET /api/v1/board?" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"),
                414,
                "address.too-long");
    }

    @Test
    void headers_that_are_too_long_are_a_problem() throws IOException {
        assertProblem(
                answerTo("GET /api/v1/board HTTP/1.1\r\nHost: x\r\nX-Veel: " + "a".repeat(9_000) + "\r\n\r\n"),
                431,
                "headers.too-large");
    }

    @Test
    void ten_megabytes_are_a_problem_before_they_are_sent() throws IOException {
        assertProblem(answerTo(POST + "Content-Length: 10485760\r\n\r\n"), 413, "body.too-large");
    }

    @Test
    void ten_megabytes_that_come_all_the_same_are_a_problem() throws IOException {
        String chunk = "1000\r\n" + "a".repeat(4_096) + "\r\n";
        assertProblem(
                answerTo(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(2_560) + "0\r\n\r\n"),
                413,
                "body.too-large");
    }

    /** Writes all of it, as far as the server lets it, and reads the first answer. */
    private static String answerTo(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.ofLiteral("127.0.0.1"), APP.app().servers().localPort())) {
            socket.setSoTimeout(10_000);
            Thread writing = Thread.startVirtualThread(() -> write(socket, request));
            byte[] buffer = new byte[8_192];
            StringBuilder answer = new StringBuilder();
            while (!answer.toString().contains("}")) {
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    break;
                }
                answer.append(new String(Arrays.copyOf(buffer, count), StandardCharsets.UTF_8));
            }
            writing.interrupt();
            return answer.toString();
        }
    }

    private static void write(Socket socket, String request) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException _) {
            // The server had its say and hung up.
        }
    }

    private static void assertProblem(String answer, int status, String code) {
        assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + " .*").contains("application/problem+json");
        JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("instance")).matches("urn:request:[0-9a-f-]{36}");
    }
}
