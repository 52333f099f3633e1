package nl.haltloket.testing;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;
import nl.haltloket.consent.SignedStatement;
import nl.haltloket.crypto.Cose;

/** The intake at a tablet: rights, offer, decisions and appointment, as its screens do them. */
public final class TestIntake {
    private final TestTablet tablet;

    public TestIntake(TestTablet tablet) {
        this.tablet = tablet;
    }

    /** The case as the tablet reads it. */
    public JsonObject file(UUID caseId) {
        return tablet.device().get("/cases/" + caseId).expect(200);
    }

    /** The version of a page as it is shown now, in Dutch; the first one when the case shows nothing any more. */
    private int version(UUID caseId, String document) {
        Reply shown = tablet.device().get("/cases/" + caseId + "/shown/" + document + "?language=nl");
        return shown.status() == 200 ? shown.expect(200).getInteger("version") : 1;
    }

    /** A page as it is shown now, in Dutch. */
    public JsonObject shown(UUID caseId, String document) {
        return tablet.device()
                .get("/cases/" + caseId + "/shown/" + document + "?language=nl")
                .expect(200);
    }

    /** An offer as the tablet hands it over. */
    public JsonObject offer(UUID caseId) {
        return new JsonObject()
                .put("language", "nl")
                .put("version", version(caseId, "OFFER"))
                .put("medium", "PRINTED")
                .put("readAloud", true)
                .put("interpreter", false);
    }

    /** Hands the offer over. */
    public Reply handOver(UUID caseId) {
        return send(caseId, "offers", offer(caseId));
    }

    /** A decision of the juvenile on taking part, who can not sign now. */
    public JsonObject juvenile(UUID caseId, String answer) {
        return decision(caseId, "CONSENT")
                .put("person", "JUVENILE")
                .put("answer", answer)
                .put("channel", "SCREEN")
                .put("cannotSign", true);
    }

    /** A decision of a guardian on taking part, by telephone. */
    public JsonObject guardian(UUID caseId, JsonObject guardian, String answer) {
        return decision(caseId, "GUARDIAN_CONSENT")
                .put("person", "GUARDIAN")
                .put("guardianId", guardian.getString("id"))
                .put("answer", answer)
                .put("channel", "PHONE")
                .put("number", guardian.getString("number"))
                .put("words", "Ja, dat is goed.");
    }

    private JsonObject decision(UUID caseId, String document) {
        return new JsonObject()
                .put("purpose", "PROGRAMME")
                .put("document", document)
                .put("version", version(caseId, document))
                .put("language", "nl")
                .put("readAloud", true)
                .put("interpreter", false);
    }

    /** Sends a decision. */
    public Reply decide(UUID caseId, JsonObject decision) {
        return send(caseId, "decisions", decision);
    }

    /** The juvenile's yes, signed on this tablet at this moment. */
    public JsonObject signed(UUID caseId, Instant at) {
        JsonObject page = shown(caseId, "CONSENT");
        return signed(statement(caseId, page, page.getString("text"), at), juvenile(caseId, "YES"));
    }

    /** What the tablet says that it showed. */
    public SignedStatement statement(UUID caseId, JsonObject page, String text, Instant at) {
        return statement(caseId, page, text, at, image(300));
    }

    private SignedStatement statement(UUID caseId, JsonObject page, String text, Instant at, byte[] image) {
        return new SignedStatement(
                caseId,
                "CONSENT",
                page.getInteger("version"),
                page.getString("language"),
                sha256(text.getBytes(StandardCharsets.UTF_8)),
                sha256(image),
                "JUVENILE",
                "YES",
                at,
                tablet.device().id());
    }

    /** The juvenile's yes with this image as its signature. */
    public JsonObject signed(UUID caseId, Instant at, byte[] image) {
        JsonObject page = shown(caseId, "CONSENT");
        SignedStatement statement = statement(caseId, page, page.getString("text"), at, image);
        return signed(statement, juvenile(caseId, "YES"), image);
    }

    /** The decision with this statement signed by the tablet, and its image. */
    public JsonObject signed(SignedStatement statement, JsonObject decision) {
        return signed(statement, decision, image(300));
    }

    private JsonObject signed(SignedStatement statement, JsonObject decision, byte[] image) {
        decision.remove("cannotSign");
        return decision.put(
                "signature",
                new JsonObject().put("statement", base64(sign(statement))).put("image", base64(image)));
    }

    private byte[] sign(SignedStatement statement) {
        UUID id = tablet.device().id();
        byte[] keyId = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        try {
            return Cose.signAs(keyId, tablet.device().keys().getPrivate(), statement.payload());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Saves the appointment of this day and makes it the case's. */
    public Reply schedule(UUID caseId, String date) {
        JsonObject saved = file(caseId).getJsonObject("intake").getJsonObject("appointment");
        TestApp.await(tablet.save(
                        caseId,
                        "appointment",
                        saved == null ? 0 : saved.getInteger("version"),
                        new JsonObject().put("date", date)))
                .expect(200);
        return send(caseId, "appointment", new JsonObject());
    }

    /** Sends a command about a case. */
    public Reply send(UUID caseId, String what, JsonObject body) {
        return tablet.device().command("/cases/" + caseId + "/" + what, body);
    }

    /** Says whether the juvenile can be spoken with. */
    public Reply fitness(UUID caseId, JsonObject seen) {
        return TestApp.await(
                tablet.device().command(HttpMethod.PUT, "/cases/" + caseId + "/fitness", TestDevice.newId(), seen));
    }

    /** An image of this width with a line on it, as a canvas gives it. */
    public static byte[] image(int width) {
        BufferedImage image = new BufferedImage(width, 100, BufferedImage.TYPE_INT_ARGB);
        for (int x = 20; x < width - 20; x++) {
            image.setRGB(x, 50, 0xff000000);
        }
        return png(image);
    }

    /** An image on which nothing was drawn, in this colour (ARGB). */
    public static byte[] blankImage(int colour) {
        BufferedImage image = new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 600; x++) {
                image.setRGB(x, y, colour);
            }
        }
        return png(image);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            boolean _ = ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** In base64url. */
    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
